package org.deskwright.connector.mail;

/** Both {@code null} where a From header says nothing that can be read. */
record Sender(String address, String name) {
}
