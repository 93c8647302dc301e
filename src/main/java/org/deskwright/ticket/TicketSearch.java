package org.deskwright.ticket;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which tickets to list; what is {@code null} does not restrict.
 *
 * @param page counts from 0
 * @param size at most {@value #LARGEST}
 */
public record TicketSearch(String requester, TicketStatus status, String category, String queue, int page, int size) {

    public static final int LARGEST = 200;

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("requester", requester);
        parameters.put("status", status == null ? null : status.word());
        parameters.put("category", category);
        parameters.put("queue", queue);
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }

    /** Column names are ours; every value is a parameter. */
    String condition() {
        String condition = parameters().keySet().stream().sorted().map(column -> column + " = :" + column)
                .collect(Collectors.joining(" and "));
        return condition.isEmpty() ? "" : " where " + condition;
    }
}
