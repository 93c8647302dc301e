package org.deskwright.review;

/** Why somebody in the right group may not decide all the same. */
enum Bar {
    REQUESTER("%s is %s own request: somebody else has to decide"),
    BENEFICIARY("%s is about %s own account: somebody else has to decide"),
    FIRST_APPROVER("One approval of %s is %s own already: somebody else has to give the other");

    private final String sentence;

    Bar(String sentence) {
        this.sentence = sentence;
    }

    /** @param whose login of the person, or {@code null} if it is said to that person */
    String sentence(String ticket, String whose) {
        return sentence.formatted(ticket, whose == null ? "your" : whose + "'s");
    }
}
