package org.deskwright.resolution;

import java.util.Map;
import java.util.Optional;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.VerifiedSubject;

/** How one type of action reaches its target system, and how to see afterwards whether it did. */
interface Effect {

    ActionType type();

    /** How the target is before the action: what taking it back has to restore. Read only. */
    Map<String, String> before(Plan plan);

    /**
     * Acts, if the attempt may still begin.
     *
     * @return evidence in words
     * @throws org.deskwright.identity.TargetRefused if the target answered no
     */
    String perform(Plan plan, VerifiedSubject subject, Attempt attempt);

    /** What shows at the target that the action stands, in words; empty if it has been undone there. Read only. */
    Optional<String> standing(Plan done);

    /** Reads the target's own state. What that will never show is given up there: from then on it has no effect. */
    ReadBack readBack(Plan plan);
}
