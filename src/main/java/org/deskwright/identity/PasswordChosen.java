package org.deskwright.identity;

import java.util.UUID;

/** The person has used the link of this action and chosen a new password. */
public record PasswordChosen(UUID actionId, String login) {
}
