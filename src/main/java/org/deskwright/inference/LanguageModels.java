package org.deskwright.inference;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Asks language models, with all that the desk owes to whoever wrote the text, to who pays, and to who has to answer for it. A call
 * takes seconds: nobody makes one within a transaction.
 */
public final class LanguageModels {

    private static final String CONFIDENCE = "confidence";
    /** What a name from outside is made of, where the desk writes it down. */
    private static final String NOT_IN_A_NAME = "[^A-Za-z0-9._:/@-]";
    private static final int LONGEST_NAME = 80;

    private final Models models;
    private final Prompts prompts;
    private final Masking masking;
    private final Budget budget;
    private final CallLog log;
    private final Pauses pauses;

    LanguageModels(Models models, Prompts prompts, Masking masking, Budget budget, CallLog log, Pauses pauses) {
        this.models = models;
        this.prompts = prompts;
        this.masking = masking;
        this.budget = budget;
        this.log = log;
        this.pauses = pauses;
    }

    /** Whether it can be asked at all; whoever cannot keeps nobody waiting. */
    public boolean isOn(String name) {
        return models.named(name).isPresent();
    }

    public boolean isAnyOn() {
        return models.isAnyOn();
    }

    /** Why somebody else does the work who answers at once. */
    public NoReply passedOver(String name) {
        return isOn(name) ? new NoReply(NoReply.Reason.TIMED_OUT, "Nobody waits for a model any more") : new NoReply(NoReply.Reason.OFF, models.whyNot(name));
    }

    /**
     * @param name  in {@code config/models.yaml}
     * @param field of the answer whose words tell how sure the model is, where its provider says how probable each was
     * @throws NoReply if there is none that counts; it is on the record, like an answer
     */
    public Reply ask(String name, Question question, String field, Duration patience) throws NoReply {
        ServedModel model = models.named(name).orElse(null);
        if (model == null) {
            throw passedOver(name);
        }
        return new Exchange(model, question, field).reply(patience);
    }

    /** One question and what came of it. */
    private final class Exchange implements ServedModel.Purse {

        private final ServedModel model;
        private final Question question;
        private final String field;
        private final Prompt prompt;
        private final Masking.Masked masked;
        private BigDecimal cost = BigDecimal.ZERO;
        private Budget.Reserve reserve;
        private int attempts;

        private Exchange(ServedModel model, Question question, String field) {
            this.model = model;
            this.question = question;
            this.field = field;
            this.prompt = prompts.of(question.skill(), question.lists());
            this.masked = masking.mask(question.text(), question.names());
        }

        private Reply reply(Duration patience) throws NoReply {
            long start = pauses.nanos();
            ModelAnswer answer = null;
            Reply reply = null;
            NoReply failure = null;
            try {
                if (patience.isNegative() || patience.isZero()) {
                    throw new ModelFailure.TimedOut("There was no time left to ask the model");
                }
                answer = model.answer(new ModelRequest(prompt.instructions(), masked.text(), prompt.vendorSchema(), question.skill().tokens(), patience), this);
                reply = judged(answer);
                return reply;
            } catch (ModelFailure failed) {
                failure = NoReply.of(failed);
                throw failure;
            } catch (Unusable unusable) {
                failure = new NoReply(NoReply.Reason.UNUSABLE, "The answer does not count: " + unusable.getMessage());
                throw failure;
            } catch (NoReply none) {
                failure = none;
                throw none;
            } finally {
                log.keep(new CallLog.Call(question, model.settings(), prompt, answer, version(answer), cost, Duration.ofNanos(pauses.nanos() - start),
                        masked, attempts, reply == null ? null : reply.certainty(), failure));
            }
        }

        private Reply judged(ModelAnswer answer) throws Unusable {
            StrictAnswer strict = StrictAnswer.of(answer.text(), prompt.schema());
            OptionalDouble chance = TokenChances.of(field, answer);
            Certainty.Basis basis = chance.isPresent() ? Certainty.Basis.TOKENS : Certainty.Basis.CLAIM;
            Certainty said = Certainty.uncalibrated(chance.orElse(strict.object().path(CONFIDENCE).asDouble()), basis);
            Set<Certainty.Doubt> doubts = strict.repaired() ? EnumSet.of(Certainty.Doubt.REPAIRED) : EnumSet.noneOf(Certainty.Doubt.class);
            String identity = "%s %s %s %s".formatted(model.settings().name(), safe(answer.model()), basis.name().toLowerCase(Locale.ROOT), prompt.hash().substring(0, 16));
            return new Reply((ObjectNode) restored(strict.object()), said.lowered(doubts), identity, model.settings().name(), version(answer), prompt.hash());
        }

        /** In the values alone, when the JSON has been read: what is put back cannot change its shape. */
        private JsonNode restored(JsonNode node) {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(entry -> entry.setValue(restored(entry.getValue())));
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, restored(array.get(i)));
                }
            } else if (node.isTextual()) {
                return TextNode.valueOf(masked.restored(node.asText()));
            }
            return node;
        }

        /** A token is seldom less than two characters; in doubt too much is set aside. */
        @Override
        public void open() throws NoReply {
            long tokens = (prompt.instructions().length() + masked.text().length() + prompt.vendorSchema().length()) / 2L + 1;
            reserve = budget.setAside(price().of(tokens, question.skill().tokens()));
            if (reserve == null) {
                throw new NoReply(NoReply.Reason.NO_BUDGET, "The model \"%s\" is not asked: the month's budget for models does not reach".formatted(model.settings().name()));
            }
            attempts++;
        }

        /** Whoever did not say what it cost, and may have worked, is taken to have cost all that was set aside. */
        @Override
        public void close(ModelAnswer answer, ModelFailure failure) {
            boolean isFree = failure instanceof ModelFailure.RateLimited || failure instanceof ModelFailure.Unavailable || failure instanceof ModelFailure.Misconfigured;
            boolean isCounted = answer != null && answer.tokensIn() + answer.tokensOut() > 0;
            BigDecimal real = isFree ? BigDecimal.ZERO : isCounted ? price().of(answer.tokensIn(), answer.tokensOut()) : reserve.amount();
            budget.settle(reserve, real);
            cost = cost.add(real);
        }

        private ModelPrice price() {
            return model.settings().price();
        }

        private String version(ModelAnswer answer) {
            return answer == null ? "unknown" : safe(answer.version() == null ? answer.model() : answer.version());
        }
    }

    private static String safe(String name) {
        String plain = name == null ? "" : name.replaceAll(NOT_IN_A_NAME, "");
        return plain.isEmpty() ? "unknown" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
