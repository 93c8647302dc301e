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
        content.put("digest", plan.digest());
        content.putAll(more);
        return content;
    }
}
