package org.deskwright.table;

import java.util.Map;

/**
 * @param number of the row, from 1, without the header line
 * @param values by column; what is empty is there, and empty
 */
public record Row(long number, Map<String, String> values) {

    /** @throws UnreadableTable if this row has no such column */
    public String text(String column) {
        String text = values.get(column);
        if (text == null) {
            throw new UnreadableTable("row %d has no column \"%s\"; it has %s".formatted(number, column, values.keySet()));
        }
        return text;
    }

    public String textOr(String column, String other) {
        return values.getOrDefault(column, other);
    }
}
