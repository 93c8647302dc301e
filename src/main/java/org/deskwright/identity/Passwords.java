package org.deskwright.identity;

/** Hands a password that its owner has just chosen over to the directory (LDAP: RFC 3062). It is kept nowhere else. */
public interface Passwords {

    /** @throws TargetRefused with a sentence for the person if the directory does not take this password */
    void choose(String login, String newPassword);
}
