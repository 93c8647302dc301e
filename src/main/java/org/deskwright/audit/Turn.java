package org.deskwright.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets one process at a time do what all could, for one transaction. Nobody waits: whose turn it is not comes again later.
 *
 * @param lock   a number that nobody else takes in this database
 * @param shared whether other processes may use the same database
 */
record Turn(JdbcClient jdbc, long lock, boolean shared) {

    /** To be asked within the transaction, at whose end it is over. */
    boolean isOurs() {
        return !shared || jdbc.sql("select pg_try_advisory_xact_lock(?)").param(lock).query(Boolean.class).single();
    }
}
