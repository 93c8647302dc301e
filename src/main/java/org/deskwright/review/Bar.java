package org.deskwright.review;

/** Why somebody in the right group may not decide all the same. */
enum Bar {
    REQUESTER("%s is your own request: somebody else has to decide"),
    BENEFICIARY("%s is about your own account: somebody else has to decide"),
    FIRST_APPROVER("One approval of %s is your own already: somebody else has to give the other");

    private final String sentence;

    Bar(String sentence) {
        this.sentence = sentence;
    }

    /** Said to that person. */
    String sentence(String ticket) {
        return sentence.formatted(ticket);
    }
}
