package org.deskwright.table;

/** Says what is wrong with a file, and where. */
public class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableTable(String message) {
        super(message);
    }

    UnreadableTable(String message, Throwable cause) {
        super(message, cause);
    }
}
