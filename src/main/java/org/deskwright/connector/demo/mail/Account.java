package org.deskwright.connector.demo.mail;

/**
 * Somebody with a mailbox here.
 *
 * @param address lower case, the mailbox's name too
 * @param login   what one signs in with over SMTP and IMAP
 */
record Account(String address, String login) {

    boolean isDesk() {
        return address.equals(Accounts.DESK);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
