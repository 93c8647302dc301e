package org.deskwright.triage;

import java.util.List;
import java.util.stream.Stream;

import org.deskwright.inference.Performed;
import org.deskwright.ticket.Impression;

/**
 * What a language model has against a request, and what there is against the model. It is only ever added to what the desk's own reader found: a model that says
 * nothing takes nothing away.
 *
 * @param second what the request asks for besides, or {@code null}
 * @param broken whether an answer about it broke its form: who knows what the request has done to the model
 * @param left   whether nobody was to read it, or could, but people
 */
record Caution(boolean otherPerson, boolean secondRequest, String second, boolean machine, boolean broken, boolean left) {

    static final Caution NONE = new Caution(false, false, null, false, false, false);
    private static final Caution BROKEN = new Caution(false, false, null, false, true, false);
    static final Caution LEFT = new Caution(false, false, null, false, false, true);
    /** Among the signs that the words speak to a machine. */
    private static final String SIGN = "a language model says so";

    /** What is known of a request already: it is not taken back by what is said later. */
    static Caution of(Impression known) {
        return known == null ? NONE : new Caution(known.namesOther(), known.second(), known.secondCategory(), known.machineSigns().contains(SIGN), known.brokenAnswer(), known.leftToPeople());
    }

    static Caution of(Performed<?> performed) {
        return performed.isBroken() ? BROKEN : NONE;
    }

    Caution and(Caution other) {
        return new Caution(otherPerson || other.otherPerson, secondRequest || other.secondRequest, second == null ? other.second : second, machine || other.machine,
                broken || other.broken, left || other.left);
    }

    Impression on(Impression it) {
        String also = it.secondCategory() == null ? second : it.secondCategory();
        List<String> signs = machine ? Stream.concat(it.machineSigns().stream(), Stream.of(SIGN)).toList() : it.machineSigns();
        return new Impression(it.language(), it.sentiment(), it.frustrated(), it.urgency(), it.namesOther() || otherPerson, it.second() || secondRequest, also, signs,
                it.brokenAnswer() || broken, it.leftToPeople() || left);
    }
}
