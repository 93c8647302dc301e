package org.deskwright.resolution;

import java.util.UUID;

/** An action is to be taken back; that has been stored, in the transaction that is under way. */
public record RevocationDemanded(UUID actionId, String ticket) {
}
