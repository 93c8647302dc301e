package org.deskwright.connector.demo.mail;

/**
 * One header field.
 *
 * @param value as received, folds included, one character per byte (ISO 8859-1)
 */
record HeaderField(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    String unfolded() {
        return value.replace("\r\n", "").strip();
    }
}
