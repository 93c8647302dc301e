package org.deskwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** On H2: lets go only of entries that the record says may go, by its last word. PostgreSQL has a function for it. */
public final class PrunedOnly implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*) from record.seal where entry_id = ? and leaf_index < (select up_to from record.pruning order by id desc fetch first row only)")) {
            query.setObject(1, before[0]);
            try (ResultSet pruned = query.executeQuery()) {
                pruned.next();
                if (pruned.getInt(1) == 0) {
                    throw AppendOnly.refused();
                }
            }
        }
    }
}
