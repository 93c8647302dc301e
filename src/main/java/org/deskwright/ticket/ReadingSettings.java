package org.deskwright.ticket;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who reads all tickets.
 *
 * @param everything directory groups
 */
@ConfigurationProperties("desk.reading")
public record ReadingSettings(@DefaultValue({"service-desk", "service-desk-leads", "security", "desk-admins"}) Set<String> everything) {
}
