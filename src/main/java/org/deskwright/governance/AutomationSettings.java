package org.deskwright.governance;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where categories start before anybody has decided on them.
 *
 * @param demoPhases category → phase; only the embedded demo reads it
 */
@ConfigurationProperties("desk.automation")
public record AutomationSettings(@DefaultValue Map<String, Phase> demoPhases) {
}
