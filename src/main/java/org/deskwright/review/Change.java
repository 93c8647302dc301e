package org.deskwright.review;

import java.util.Map;
import java.util.UUID;

/**
 * What a person put in the place of something that the desk proposed.
 *
 * @param actionId the plan of which they said it, or {@code null}
 * @param decided  by the name of what was changed
 */
public record Change(UUID actionId, Map<String, String> decided) {

    public String queue() {
        return decided.get("queue");
    }

    public String entitlement() {
        return decided.get("entitlement");
    }

    /** How long it is to last, as they said it; {@code null} if they said nothing of it. */
    public String lasts() {
        return decided.get("lasts");
    }
}
