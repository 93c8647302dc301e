package org.deskwright.governance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code mandatory-review.dmn} decides on. Each fact has a closed list of values; {@link #UNKNOWN} is for what could
 * not be established, and the table sends it to a person.
 */
public enum Fact {
    SENDER_AUTHENTICATED("senderAuthenticated", "yes", "no"),
    SECOND_EVIDENCE("secondEvidence", "yes", "no", "not-needed"),
    ACCOUNT_KIND("accountKind", "ordinary", "privileged", "vip", "service", "desk"),
    OTHER_PERSON_NAMED("otherPersonNamed", "yes", "no"),
    SENSITIVITY("sensitivity", "low", "normal", "sensitive", "privileged", "none"),
    REGULATED_DATA("regulatedData", "yes", "no"),
    /** What the stop switches say. */
    AUTOMATION("automation", "on", "stopped"),
    /** How far the ticket's category is rolled out. */
    PHASE("phase", Phase.ROUTE.word(), Phase.ASSIST.word(), Phase.AUTO.word()),
    /** Whether one more is within the limits, or whose limit it would pass. */
    LIMIT("limit", Limit.WITHIN.word(), Limit.PERSON.word(), Limit.SENDER.word(), Limit.BREAKER.word()),
    /** Whether it reaches further than one account and the group that was asked for. */
    BLAST_RADIUS("blastRadius", "one", "many"),
    /** Money it spends, against the limit of its currency. */
    AMOUNT("amount", "none", "within", "above"),
    /** What it changes in an HR record. */
    RECORD_FIELD("recordField", "none", "ordinary", "contact", "manager", "bank"),
    /** Whether a person had the same taken back from the same person not long ago. */
    TAKEN_BACK_BEFORE("takenBackBefore", "yes", "no"),
    /** Whether the request, or a person who changed the plan, names what it would give. */
    ASKED_FOR("askedFor", "yes", "no", "not-needed"),
    /** Whether its words look as if they spoke to a machine that reads them. */
    INJECTION_SIGNAL("injectionSignal", "yes", "no"),
    /** Whether the request asks for a second thing. */
    SECOND_REQUEST("secondRequest", "yes", "no"),
    /** Whether a language model gave an answer about the request that breaks its form. */
    BROKEN_ANSWER("brokenAnswer", "yes", "no"),
    /** Whether the table of performers leaves some of its words to people to read. */
    LEFT_TO_PEOPLE("leftToPeople", "yes", "no");

    public static final String UNKNOWN = "unknown";

    private final String input;
    private final List<String> allowed;

    Fact(String input, String... values) {
        this.input = input;
        this.allowed = List.of(values);
    }

    /** Name of the table's input. */
    public String input() {
        return input;
    }

    public List<String> allowed() {
        return allowed;
    }

    /** Complete by construction: what is missing or not on the list is unknown. */
    static Map<Fact, String> complete(Map<Fact, String> known) {
        Map<Fact, String> all = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            String value = known.get(fact);
            all.put(fact, value != null && fact.allowed.contains(value) ? value : UNKNOWN);
        }
        return all;
    }

    /** {@code yes} or {@code no}. */
    public static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
