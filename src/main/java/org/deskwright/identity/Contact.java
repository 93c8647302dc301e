package org.deskwright.identity;

/**
 * Registered channels over which a person can be reached when their account cannot be used.
 *
 * @param mobile          E.164, for instance {@code +4915550000001}; {@code null} if none is registered
 * @param recoveryAddress private mail address; {@code null} if none is registered
 */
public record Contact(String mobile, String recoveryAddress) {
}
