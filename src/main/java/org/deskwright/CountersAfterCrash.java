package org.deskwright;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * H2 may forget, when it is killed, that it has given a number although the row with it was committed. At each start its
 * counters go on behind the highest number there is, so that no id of the record and no ticket number is given twice.
 */
@Component
class CountersAfterCrash implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Connection connection = context.getConnection();
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                try (Statement statement = connection.createStatement()) {
                    goOn(statement);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database's counters cannot be read or set", e);
        }
    }

    private static void goOn(Statement statement) throws SQLException {
        for (String[] identity : identities(statement)) {
            statement.execute("alter table \"%1$s\".\"%2$s\" alter column \"%3$s\" restart with (select coalesce(max(\"%3$s\"), 0) + 1 from \"%1$s\".\"%2$s\")"
                    .formatted((Object[]) identity));
        }
        statement.execute("""
                alter sequence ticket_number restart with (
                    select greatest(1001, coalesce(max(cast(substring(number from 4) as bigint)), 0) + 1) from ticket)""");
    }

    private static List<String[]> identities(Statement statement) throws SQLException {
        List<String[]> identities = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_schema, table_name, column_name from information_schema.columns where is_identity = 'YES'")) {
            while (rows.next()) {
                identities.add(new String[]{rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return identities;
    }

    @Override
    public String getCallbackName() {
        return "counters after a crash";
    }
}
