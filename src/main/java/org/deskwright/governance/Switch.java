package org.deskwright.governance;

import java.time.Instant;

/**
 * A stop switch as somebody left it.
 *
 * @param name which category, action type or ticket; empty for everything
 * @param who  login of the person who set it last
 */
public record Switch(Scope scope, String name, boolean stopped, String who, String why, Instant at) {
}
