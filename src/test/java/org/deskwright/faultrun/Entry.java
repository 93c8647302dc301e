package org.deskwright.faultrun;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the desk's record says of an action at one moment.
 *
 * @param kind  {@code INTENT}, {@code OUTCOME} or {@code HANDED_OVER}
 * @param type  of the action
 * @param what  {@code login/group}, or for a reset link the action's id: the targets' words for the same thing
 * @param state after an outcome; {@code null} with an intent
 */
record Entry(Instant at, String kind, String action, String type, String what, String state) {

    boolean isIntent() {
        return kind.equals("INTENT");
    }

    boolean isHandOver() {
        return kind.equals("HANDED_OVER");
    }

    /** Copies the record out of a database that no desk uses any more, in the order in which it was written. */
    static void export(Database database, Path file) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> people = people(database);
        try (Connection connection = database.open(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("select at, kind, body from record.entry where kind in ('INTENT', 'OUTCOME', 'HANDED_OVER') order by id")) {
            while (rows.next()) {
                entries.add(of(rows.getTimestamp("at").toInstant(), rows.getString("kind"), Json.read(rows.getString("body"), JsonNode.class).at("/unmapped/facts"), people));
            }
        }
        Json.writeLines(file, entries.stream());
    }

    /** What was given up before it was begun has no more than its id and its state. */
    private static Entry of(Instant at, String kind, JsonNode content, Map<String, String> people) {
        String action = content.get("actionId").asText();
        String group = content.at("/parameters/group").asText(null);
        String what = group == null ? action : people.get(content.at("/target/person").asText()) + "/" + group;
        return new Entry(at, kind, action, content.path("type").asText(null), what, content.path("state").asText(null));
    }

    /** The record has pseudonyms where the targets have logins. */
    private static Map<String, String> people(Database database) throws SQLException {
        Map<String, String> people = new HashMap<>();
        try (Connection connection = database.open(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("select uid, login from person_key")) {
            while (rows.next()) {
                people.put(rows.getString(1), rows.getString(2));
            }
        }
        return people;
    }
}
