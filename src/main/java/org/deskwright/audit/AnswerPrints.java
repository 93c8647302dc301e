package org.deskwright.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Component;

/**
 * Holds what counts as an answer to the desk's own questions, and so as the request, against what was read, put before people, and
 * received: each answer is a reply, and whoever has the database can change what that says, or which of them answers what. So it is with
 * what was asked, by which the answers are read.
 */
@Component
class AnswerPrints {

    private static final String ANSWERS = "answers";

    private final Prints prints;
    private final Requests requests;

    AnswerPrints(Prints prints, Requests requests) {
        this.prints = prints;
        this.requests = requests;
    }

    /** @param wordsStay whether the request's words do for good: of older replies nothing else says it */
    List<ReadEntry> compared(String ticket, List<ReadEntry> story, boolean closed, boolean wordsStay) {
        Map<Integer, List<Requests.Standing>> now = requests.answers(ticket);
        List<JsonNode> replies = facts(story, "REPLY").map(facts -> facts.path("text")).toList();
        Predicate<JsonNode> went = print -> closed && !stays(print, story, wordsStay);
        boolean whole = story.stream().allMatch(entry -> entry.facts() != null);
        Set<Integer> asked = facts(story, "CLARIFICATION").map(AnswerPrints::place).collect(Collectors.toSet());
        Map<Integer, List<Requests.Question>> questions = requests.questions(ticket);
        return story.stream().map(entry -> switch (String.valueOf(entry.kind())) {
            case "CLARIFICATION" -> List.of(asked(entry.facts())).equals(questions.get(place(entry.facts()))) ? entry
                    : entry.remarked("The question is not the one that was asked.");
            case "ANSWER" -> read(entry, now.getOrDefault(place(entry.facts()), List.of()), whole ? replies : null, went);
            case "ASKED" -> seen(entry, now.values().stream().flatMap(Collection::stream).toList(), went);
            case "RECEIVED" -> whole && !asked.containsAll(now.keySet()) ? entry.remarked("Words count as an answer to what the desk has not asked.") : entry;
            default -> entry;
        }).toList();
    }

    /** What was read when the question had come to its end: nothing answers it later. */
    private ReadEntry read(ReadEntry entry, List<Requests.Standing> now, List<JsonNode> replies, Predicate<JsonNode> went) {
        List<JsonNode> read = answers(entry);
        ReadEntry origin = replies == null || read.stream().allMatch(print -> came(print, replies)) ? entry
                : entry.remarked("What was read as an answer is none of the replies that came.");
        if (read.isEmpty() && "dropped".equals(entry.facts().path("outcome").asText())) { // earlier versions did not write down what nobody waited for
            boolean came = replies == null || now.stream().allMatch(found -> replies.stream().anyMatch(reply -> prints.fit(reply, found)));
            return came ? entry : changed(entry);
        }
        return now.size() > read.size() ? changed(origin) : standing(origin, read, now, went);
    }

    /** What stood there when a person was asked: more may have come since. */
    private ReadEntry seen(ReadEntry entry, List<Requests.Standing> now, Predicate<JsonNode> went) {
        return standing(entry, answers(entry), now, went);
    }

    private ReadEntry standing(ReadEntry entry, List<JsonNode> then, List<Requests.Standing> now, Predicate<JsonNode> went) {
        for (int i = 0; i < then.size(); i++) {
            if (i >= now.size() || !prints.fit(then.get(i), now.get(i))) {
                return changed(entry);
            }
        }
        return IntStream.range(0, then.size()).anyMatch(i -> now.get(i).isGone() && !went.test(then.get(i))) ? entry.remarked("An answer is gone.") : entry;
    }

    /** As the reply says that it was; of several that may be it, one that goes is enough. */
    private static boolean stays(JsonNode print, List<ReadEntry> story, boolean wordsStay) {
        List<Boolean> replies = facts(story, "REPLY").filter(reply -> came(print, List.of(reply.path("text"))))
                .map(reply -> reply.path("staysForGood").asBoolean(wordsStay)).toList();
        return replies.isEmpty() ? wordsStay : !replies.contains(false);
    }

    private static ReadEntry changed(ReadEntry entry) {
        return entry.remarked("The answers are not those that this rests on.");
    }

    private static Requests.Question asked(JsonNode facts) {
        return new Requests.Question(facts.path("need").asText(), facts.path("words").asText(),
                StreamSupport.stream(facts.path("offered").spliterator(), false).map(JsonNode::asText).toList());
    }

    /** Of two fingerprints under two keys nobody can tell. */
    private static boolean came(JsonNode print, List<JsonNode> replies) {
        return replies.stream().anyMatch(reply -> reply.equals(print) || !reply.path(Pseudonyms.PERSON).equals(print.path(Pseudonyms.PERSON)));
    }

    private static List<JsonNode> answers(ReadEntry entry) {
        return StreamSupport.stream(entry.facts().path(ANSWERS).spliterator(), false).filter(print -> print.has(Pseudonyms.PRINT)).toList();
    }

    private static Stream<JsonNode> facts(List<ReadEntry> story, String kind) {
        return story.stream().filter(entry -> kind.equals(entry.kind())).map(ReadEntry::facts);
    }

    private static int place(JsonNode facts) {
        return facts.path("place").asInt();
    }
}
