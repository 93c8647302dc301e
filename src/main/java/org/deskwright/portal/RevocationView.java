package org.deskwright.portal;

import java.time.Instant;
import java.util.UUID;

/**
 * A revocation as the API shows it.
 *
 * @param actionId  what is taken back
 * @param state     {@code under-way}, {@code revoked}, or {@code with-people} if the desk could not do it
 * @param reason    {@code null}, as {@code demandedBy}, for the person it is taken from, if somebody else demanded it
 */
record RevocationView(UUID id, UUID actionId, String ticket, String state, String demandedBy, String reason, Instant demandedAt) {
}
