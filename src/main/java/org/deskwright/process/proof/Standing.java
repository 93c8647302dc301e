package org.deskwright.process.proof;

import org.deskwright.governance.Autonomy;

/** How a way stands to its clearance: what can be said at one of its points, and how to mend it. */
enum Standing {

    AUTO("", ""),
    APPROVED("", ""),
    NOT_ASKED("nobody asks the gate on this way",
            "put \"Decide clearance\" before it, or a call of a process that asks the gate, and ask its answer"),
    PARTLY_APPROVED("somebody has approved, but more approvals may be missing",
            "directly after the review let only ${approvalsMissing == 0} lead here, and every other approval back to the review"),
    REVIEW("the gate may have answered \"review\", and nobody has approved",
            "directly after the gate let only ${autonomy == 'auto'} lead straight on, and \"review\" to a review whose outcome is asked"),
    ESCALATE("the gate may have answered \"escalate\", and then nobody may clear it",
            "directly after the gate, or after the process that asked it, let only AUTO or an approval lead here, and everything else away"),
    DECLINED("the reviewer may have decided otherwise than \"approve\"",
            "directly after the review let only ${outcome == 'approve'} lead here, and everything else away"),
    REPLANNED("the action is planned anew after the gate was asked: its answer was about another plan",
            "lead the way back in front of the gate"),
    REPLACED("the plan may have been replaced in \"%s\", which does not hand its plan back",
            "let that call hand back the plan under its own name: variables=\"all\", or actionId to actionId"),
    SWAPPED("a call on this way may have put another plan in its place",
            "hand the plan to that call and take it back under its own name, or do not take it back: variables=\"all\", or actionId to actionId"),
    FOREIGN("the gate was asked about another plan than this one",
            "hand the plan to the call that asks, under its own name: variables=\"all\", or actionId to actionId"),
    SPENT("the clearance is used up: one clearance is for one action",
            "ask the gate again before each further action"),
    INTERRUPTED("a step is broken off in its middle, and what the gate had answered does not count any more",
            "let the exception end, go to a person, or go back in front of the gate"),
    DISTURBED("another branch concerns the plan at the same time",
            "plan, ask and act on one branch"),
    OUTDATED("a call on another branch hands back a plan, or an answer, that is older than this branch's",
            "let that call hand back (camunda:out) only variables of its own: neither variables=\"all\" nor actionId"),
    UNCLEAR("something lies on this way that the proof cannot follow",
            "draw it with the elements that README.md names, or ask the gate after it");

    private final String fault;
    private final String remedy;

    Standing(String fault, String remedy) {
        this.fault = fault;
        this.remedy = remedy;
    }

    static Standing answered(Autonomy answer) {
        return valueOf(answer.name());
    }

    boolean mayAct() {
        return this == AUTO || this == APPROVED;
    }

    Standing replanned() {
        return this == NOT_ASKED ? this : REPLANNED;
    }

    /** Only a plan that the gate gave to people can be approved by them, once as many have as its tables ask for. */
    Standing approved(boolean byEnough) {
        return this == REVIEW || this == PARTLY_APPROVED ? byEnough ? APPROVED : PARTLY_APPROVED : this;
    }

    /** Otherwise than approved; no later approval lifts that. */
    Standing declined() {
        return this == REVIEW || this == PARTLY_APPROVED || mayAct() ? DECLINED : this;
    }

    /** Says less than the truth, to be on the safe side: in truth the way may stand better. */
    private boolean isGuess() {
        return this == INTERRUPTED || this == OUTDATED || this == UNCLEAR;
    }

    /**
     * Whom another branch disturbs has no part in how that ends: there the other one's word counts.
     *
     * @return what holds where both do; {@code null} if they exclude each other
     */
    Standing meet(Standing other) {
        if (this == other || other == DISTURBED || isGuess()) {
            return this;
        }
        return this == DISTURBED || other.isGuess() ? other : null;
    }

    /** @param step the label of the one after which it stands so */
    String fault(String step) {
        return fault.formatted(step);
    }

    String remedy() {
        return remedy;
    }
}
