package org.deskwright.audit;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** On H2: refuses to change or delete what the record holds, whoever asks. PostgreSQL has a function for it. */
public final class AppendOnly implements Trigger {

    /** SQLSTATE "insufficient privilege". */
    private static final String REFUSED = "42501";

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw refused();
    }

    static SQLException refused() {
        return new SQLException("The record is only added to", REFUSED);
    }
}
