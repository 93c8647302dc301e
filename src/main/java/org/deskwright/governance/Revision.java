package org.deskwright.governance;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order between those who change switches, phases and breaker and the actions that begin: one row, which each of them
 * locks until it commits, before it reads anything. So an intent commits before a change, or its transaction reads what the
 * change wrote. Reading alone would not do, for the change could commit between the reading and the intent. Intents wait for
 * one another too, a few milliseconds each: what they count, they count for everybody.
 */
final class Revision {

    private Revision() {
    }

    /** For a change: grows the number by which people say what they have seen. */
    static long change(JdbcClient connection) {
        connection.sql("update automation set revision = revision + 1").update();
        return current(connection);
    }

    /** For an action that begins. */
    static void hold(JdbcClient connection) {
        connection.sql("select revision from automation for update").query(Long.class).single();
    }

    static long current(JdbcClient connection) {
        return connection.sql("select revision from automation").query(Long.class).single();
    }
}
