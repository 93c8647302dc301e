package org.deskwright.resolution;

import java.util.LinkedHashMap;
import java.util.Map;

import org.deskwright.audit.Personal;
import org.deskwright.governance.Plan;

/** What the record says of an action, whatever happens to it. */
final class Recorded {

    private Recorded() {
    }

    static Map<String, Object> content(Plan plan, Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("actionId", plan.id());
        content.put("type", plan.type().word());
        content.put("target", Personal.login(plan.target()));
        content.put("parameters", plan.parameters());
        content.put("digest", Personal.print(plan.digest())); // by the digest itself the target could be found again by trying
        content.putAll(more);
        return content;
    }
}
