package org.deskwright.process;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.deskwright.governance.Plan;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.review.VerdictRefused;

/**
 * What a reviewer makes of a planned grant as they approve it: other access, or for another time, but never for longer than
 * that access is given at all. What they do not say is as it was planned.
 */
final class Edit {

    /** As long as the access that is chosen allows. */
    static final String LONGEST = "longest";

    private static final String ENTITLEMENT = "entitlement";
    private static final String LASTS = "lasts";
    private static final long MOST_HOURS = 10 * 365 * 24;

    private Edit() {
    }

    /**
     * @param access what they chose to grant; {@code null} if they said nothing of it
     * @param time   for how long, in whole hours of ISO 8601, or {@link #LONGEST}; {@code null} if they said nothing of it
     * @return what was changed, with the access that it is about; empty if nothing was
     * @throws VerdictRefused if that cannot be granted, or there is nothing to change in this action
     */
    static Map<String, String> of(Plan plan, Entitlements entitlements, String access, String time) {
        if (access == null && time == null) {
            return Map.of();
        }
        String planned = plan.parameters().get(ENTITLEMENT);
        if (planned == null) {
            throw new VerdictRefused("There is nothing to change in this action: please approve, correct or decline it");
        }
        String chosen = access == null ? planned : access;
        Entitlement entitlement = entitlements.byId(chosen)
                .orElseThrow(() -> new VerdictRefused("Please choose what to grant: \"%s\" is none".formatted(chosen)));
        boolean same = chosen.equals(planned);
        Duration unsaid = same ? plan.lasts().orElse(null) : entitlement.expires();
        Duration lasts = time == null ? unsaid : time(entitlement, time);
        Map<String, String> edit = new TreeMap<>(Map.of(ENTITLEMENT, chosen));
        if (!Objects.equals(lasts, unsaid)) {
            edit.put(LASTS, lasts == null ? LONGEST : lasts.toString());
        }
        return same && edit.size() == 1 ? Map.of() : edit;
    }

    /** How long a planned grant lasts, as the form offers it; {@code null} if the plan is about no access. */
    static String shown(Plan plan, Entitlements entitlements) {
        return entitlements.byId(plan.parameters().getOrDefault(ENTITLEMENT, ""))
                .map(entitlement -> plan.lasts().filter(lasts -> !lasts.equals(entitlement.expires())).map(Duration::toString).orElse(LONGEST)).orElse(null);
    }

    private static Duration time(Entitlement entitlement, String time) {
        Duration most = entitlement.expires();
        Duration lasts = time.equals(LONGEST) ? most : hours(time);
        if (most != null && lasts.compareTo(most) > 0) {
            throw new VerdictRefused("%s is given for %s at most: please choose a shorter time".formatted(entitlement.id(), Plan.inWords(most)));
        }
        return lasts;
    }

    private static Duration hours(String time) {
        try {
            Duration lasts = Duration.parse(time);
            if (lasts.toHours() > 0 && lasts.toHours() <= MOST_HOURS && lasts.equals(Duration.ofHours(lasts.toHours()))) {
                return lasts;
            }
        } catch (DateTimeParseException none) { // refused as what cannot be meant
        }
        throw new VerdictRefused("Please choose for how long: \"%s\" is not in whole hours, or too long".formatted(time));
    }
}
