package org.deskwright.ticket;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose eyes tickets are looked at with: everybody reads their own, and staff what is theirs to work on. One condition says
 * so, for one ticket as for a list.
 *
 * @param queues     ids of the queues that their groups work
 * @param groups     directory groups
 * @param everything whether they read all tickets
 */
public record Reader(String login, Set<String> queues, Set<String> groups, boolean everything) {

    /** Somebody looks at what they asked for themselves. */
    public static Reader ofTheirOwn(String login) {
        return new Reader(login, Set.of(), Set.of(), false);
    }

    /** Whether others' tickets may be theirs to read as well. */
    public boolean isStaff() {
        return everything || !queues.isEmpty() || !groups.isEmpty();
    }

    /** For the table {@code ticket}. Whom a task asks stands where {@code review} stores it as the task comes up. */
    String condition() {
        if (everything) {
            return "true";
        }
        return !isStaff() ? "requester = :reader" : """
                (requester = :reader or queue in (:queues)
                 or exists (select 1 from review_request where review_request.ticket_number = ticket.number and asked_group in (:groups)))""";
    }

    Map<String, Object> parameters() {
        return everything ? Map.of() : !isStaff() ? Map.of("reader", login)
                : Map.of("reader", login, "queues", listed(queues), "groups", listed(groups));
    }

    /** As {@link Readers#mayWorkOn} says it of one, for the table {@code ticket} and with {@link #worksOnParameters}: somebody else's, and theirs to read. */
    public String worksOn() {
        return "(%s and (requester is null or requester <> :worker))".formatted(condition());
    }

    public Map<String, Object> worksOnParameters() {
        Map<String, Object> parameters = new HashMap<>(parameters());
        parameters.put("worker", login);
        return parameters;
    }

    /** An empty list is no SQL. */
    static Collection<String> listed(Collection<String> words) {
        return words.isEmpty() ? List.of("") : words;
    }
}
