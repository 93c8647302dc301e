package org.deskwright.connector.demo;

import java.time.Instant;
import java.util.UUID;

/**
 * A text message as it lies on somebody's phone.
 *
 * @param to    mobile number
 * @param login whose phone it is, or {@code null}
 */
record TextMessage(UUID id, String to, String login, String text, Instant at) {
}
