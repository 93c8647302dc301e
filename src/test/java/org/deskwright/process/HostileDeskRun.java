package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.Config;
import org.deskwright.StubModel;
import org.deskwright.inference.Outcomes;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.triage.HostileAnswers;
import org.deskwright.triage.Triage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figure: what a language model can bring about in the running desk that answers whatever it likes, {@code -Danswers=…} times, at
 * every step that a table can give it, over a real socket. Tickets run through the whole process, and are then read again and again by
 * the steps themselves. After the first round the desk is deceived into believing whatever the model is certain of. A violation is an
 * answer that counts and should not, an action after one that was broken, an action for anybody but who asked or on an account that is not for the desk alone, going on alone
 * where nobody is sure, words of the model where people or programs would take them for the desk's own, or a ticket that stands still.
 * Run it with {@code ./mvnw test -Dtest=HostileDeskRun}.
 */
class HostileDeskRun extends ModelAsked {

    private static final List<String> REQUESTERS = List.of("ben.okafor", "pia.weber", "ada.lindqvist", "eva.rossi", "noor.ali", "lena.fischer", "oscar.lund");
    private static final Pattern CASE = Pattern.compile("case x([a-j]+)x");
    private static final List<String> TEXTS = List.of("Please give me access to the wiki", "I forgot my password", "It eats my paper");
    private static final Confidence SURE = new Confidence(0.99, true, "test", 1_000, "isotonic", "0".repeat(64));
    private static final int AT_ONCE = 64;
    private static final int TIMES = 20;

    private final int answers = Integer.getInteger("answers", 100_000);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final HostileAnswers hostile = new HostileAnswers(seed);
    private final Map<String, HostileAnswers.Hostile> said = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final List<String> violations = new ArrayList<>();
    private int counted;
    private int acted;
    private int alone;
    private int held;
    private boolean deceived;

    @Autowired
    private Outcomes outcomes;
    @Autowired
    private Triage triage;
    @Autowired
    private ClassifyTicket classifyTicket;
    @Autowired
    private DecideAutonomy decideAutonomy;
    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void theTableGivesItEverything() {
        rows.deploy("rule_readText", "model", "rules", "person", StubModel.NAME);
        rows.deploy("rule_handOff", "model", "rules", "person", StubModel.NAME);
        rows.deploy("rule_draftAnswer", "model", "person", "person", StubModel.NAME);
        MODEL.keepsNothing();
        MODEL.says(this::answer);
    }

    @Test
    void noAnswerMakesTheDeskActWrongly() {
        long before = MODEL.count();
        long start = System.nanoTime();
        for (int round = 0; MODEL.count() - before < answers; round++) {
            round(round);
            System.out.printf("%d answers, %d violations%n", MODEL.count() - before, violations.size());
        }
        everywhere();
        System.out.printf("%nHostile model in the running desk: %d answers, seed %d, %d s; %d sorted a ticket, %d let a deceived desk route alone, %d actions were planned, %d tickets had a broken answer: %d violations%n",
                MODEL.count() - before, seed, (System.nanoTime() - start) / 1_000_000_000, counted, alone, acted, held, violations.size());
        assertThat(violations).isEmpty();
        assertThat(counted).as("some do count, or nothing was tried").isPositive();
        jdbc.sql("delete from model_outcome").update();
    }

    /** As if people had agreed with it whenever it was certain. */
    private void deceive() {
        deceived = true;
        List<String> models = jdbc.sql("select distinct model from model_opinion").query(String.class).list();
        models.forEach(model -> Config.CATEGORIES.forEach(category -> {
            for (int i = 0; i < 500; i++) {
                outcomes.keep(model, category, 1, true);
            }
        }));
    }

    /** Every other time somebody is sure who does the work of whoever breaks the form. */
    private void round(int round) {
        boolean isSure = round % 2 == 1;
        rows.deploy("rule_classify", isSure ? "model" : "trained", isSure ? "trained" : "model", "person", StubModel.NAME);
        trained.believe("access-request", isSure ? SURE : UNSURE);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String name = name(round * AT_ONCE + i);
            said.put(name, hostile.next());
            numbers.add(desk.file(REQUESTERS.get(i % REQUESTERS.size()), "case x%sx".formatted(name), TEXTS.get(i % TEXTS.size())));
        }
        await(() -> {
            desk.runJobs();
            return rowsOf("inquiry") == 0 && rowsOf("reading_under_way") == 0 && rowsOf("unheard") == 0;
        });
        desk.runJobs();
        numbers.forEach(number -> check(desk.task(number) != null || List.of(TicketStatus.AWAITING_REQUESTER, TicketStatus.RESOLVED).contains(desk.ticket(number).status()),
                "stands still", desk.ticket(number), null));
        numbers.forEach(this::judge);
        numbers.forEach(this::checkBroken);
        for (int time = 0; time < TIMES; time++) {
            numbers.forEach(this::readAgain);
            await(() -> rowsOf("inquiry") == 0 && rowsOf("unheard") == 0);
            numbers.forEach(number -> goOn(number, isSure));
            numbers.forEach(this::judge);
        }
        if (!deceived) {
            deceive();
        }
        numbers.stream().map(desk::ticket).filter(ticket -> ticket.status() != TicketStatus.RESOLVED).forEach(ticket -> desk.withdraw(ticket.number(), ticket.requester()));
        said.clear();
        broken.clear();
    }

    private void readAgain(String number) {
        said.put(caseOf(desk.ticket(number)), hostile.next());
        transaction.executeWithoutResult(status -> triage.begin(desk.ticket(number)));
    }

    /** As the diagram leads on from what was found. */
    private void goOn(String number, boolean isSure) {
        DelegateExecution step = mock(withSettings().stubOnly());
        when(step.getProcessBusinessKey()).thenReturn(number);
        transaction.executeWithoutResult(status -> {
            classifyTicket.execute(step);
            decideAutonomy.execute(step);
        });
        boolean goesOnAlone = desk.ticket(number).autonomy().equals("auto");
        alone += goesOnAlone ? 1 : 0;
        check(!goesOnAlone || (deceived || isSure) && desk.ticket(number).confidence().calibrated(), "alone", desk.ticket(number), said.get(caseOf(desk.ticket(number))));
    }

    private static String caseOf(Ticket ticket) {
        Matcher name = CASE.matcher(ticket.subject());
        return name.find() ? name.group(1) : "";
    }

    private static String name(int number) {
        return String.valueOf(number).chars().mapToObj(digit -> String.valueOf((char) ('a' + digit - '0'))).reduce("", String::concat);
    }

    private String answer(JsonNode request) {
        String told = request.toString();
        if (told.contains("secondCategory")) {
            Matcher name = CASE.matcher(StubModel.text(request));
            HostileAnswers.Hostile answer = name.find() ? said.get(name.group(1)) : null;
            return answer == null ? "" : spoken(request, answer);
        }
        synchronized (hostile) {
            String payload = hostile.payload();
            return spoken(request, hostile.other(told.contains("frustrated") ? JSON.createObjectNode().put("sentiment", "positive").put("frustrated", false).put("urgency", "low").put("confidence", 1).toString()
                    : told.contains("amounts") ? "{\"applications\":[],\"groups\":[],\"assets\":[],\"dates\":[],\"amounts\":[],\"people\":[],\"confidence\":1}"
                    : told.contains("summary") ? JSON.createObjectNode().put("summary", payload).put("confidence", 1).set("open", JSON.createArrayNode().add(payload)).toString()
                    : JSON.createObjectNode().put("answer", payload).put("confidence", 1).toString()));
        }
    }

    private String spoken(JsonNode request, HostileAnswers.Hostile answer) {
        Matcher name = CASE.matcher(StubModel.text(request));
        boolean isReading = Stream.of("secondCategory", "frustrated", "amounts").anyMatch(request.toString()::contains);
        boolean isSaid = answer.text() != null && !answer.text().isBlank(); // else it is asked again
        if (!answer.sound() && isSaid && isReading && name.find()) {
            broken.add(name.group(1));
        }
        return answer.text() == null ? "" : answer.text();
    }

    /** When the process has run once: what follows is read again, and does nothing. */
    private void checkBroken(String number) {
        Ticket ticket = desk.ticket(number);
        if (broken.contains(caseOf(ticket))) {
            held++;
            check(ticket.impression().brokenAnswer(), "forgotten", ticket, said.get(caseOf(ticket)));
            check(desk.actions(number).stream().noneMatch(HostileDeskRun::hasBegun), "acted although an answer was unusable", ticket, said.get(caseOf(ticket)));
        }
    }

    private void judge(String number) {
        Ticket ticket = desk.ticket(number);
        HostileAnswers.Hostile answer = said.get(caseOf(ticket));
        boolean byModel = ticket.confidence().source().startsWith("model ");
        counted += byModel ? 1 : 0;
        check(Config.CATEGORIES.contains(ticket.category()), "no category", ticket, answer);
        check(!byModel || answer != null && answer.text() != null && answer.sound(), "counts", ticket, answer);
        check(!byModel || ticket.confidence().value() <= ticket.confidence().raw(), "raised", ticket, answer);
        check(!byModel || !answer.doubtful() || !ticket.confidence().calibrated(), "no doubt", ticket, answer);
        for (LedgerEntry action : desk.actions(number)) {
            acted++;
            check(action.target().equals(ticket.requester()), "for somebody else", ticket, answer);
            check(deceived, "nobody was sure", ticket, answer);
            check(!List.of("eva.rossi", "noor.ali").contains(action.target()) || !hasBegun(action), "on an account of its own kind", ticket, answer);
            check(List.of("send-reset-link", "add-to-group").contains(action.type()), "outside the list", ticket, answer);
        }
    }

    private static boolean hasBegun(LedgerEntry action) {
        return !List.of("PLANNED", "REFUSED").contains(action.state().name());
    }

    /** Nothing that a model wrote stands where it would be taken for the desk's own, but for drafts and summaries, which say whose they are. */
    private void everywhere() {
        Map<String, String> places = Map.of("timeline", "what", "message", "body", "act_hi_varinst", "text_", "record.entry", "body", "verdict", "text",
                "gate_decision", "evaluations", "ticket", "machine_signs");
        places.forEach((table, column) -> HostileAnswers.PAYLOADS.stream().filter(payload -> payload.length() > 10).forEach(payload ->
                check(jdbc.sql("select count(*) from %s where %s like ? escape '!'".formatted(table, column)).param("%" + payload.replaceAll("[!%_]", "!$0") + "%").query(Integer.class).single() == 0,
                        "quoted in " + table, null, null)));
    }

    private void check(boolean kept, String violation, Ticket ticket, HostileAnswers.Hostile answer) {
        if (!kept) {
            violations.add("%s: %s %s".formatted(violation, ticket == null ? "" : ticket.number() + " " + ticket.category() + " " + ticket.confidence(), answer));
        }
    }
}
