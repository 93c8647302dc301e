package org.deskwright.resolution;

import java.util.UUID;

/** Somebody says that they did not ask for the recovery of their account. It may be said more than once. */
public record RecoveryDisowned(UUID actionId, String ticket, String login) {
}
