package org.deskwright.ticket;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tickets to list; what is {@code null} does not restrict.
 *
 * @param reader who looks, and so what they may see
 * @param page   counts from 0
 * @param size   at most {@value #LARGEST}
 */
public record TicketSearch(Reader reader, TicketStatus status, String category, String queue, int page, int size) {

    public static final int LARGEST = 200;

    Map<String, Object> parameters() {
        Map<String, Object> parameters = columns();
        parameters.putAll(reader.parameters());
        return parameters;
    }

    /** Column names are ours; every value is a parameter. */
    String condition() {
        return Stream.concat(Stream.of(reader.condition()), columns().keySet().stream().map(column -> column + " = :" + column))
                .collect(Collectors.joining(" and ", " where ", ""));
    }

    private Map<String, Object> columns() {
        Map<String, Object> columns = new TreeMap<>();
        columns.put("status", status == null ? null : status.word());
        columns.put("category", category);
        columns.put("queue", queue);
        columns.values().removeIf(value -> value == null);
        return columns;
    }
}
