package org.deskwright.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The story of each ticket, in the order in which it happened. What people say in it is written as {@link Contents} keeps it. */
@Component
public class Timeline {

    /** Who the desk itself is in a timeline. */
    public static final String DESK = "desk";
    private static final String LINES = "select id, at, what, who, internal from timeline ";
    private static final int LONGEST = 100_000;
    private static final int LONGEST_NAME = 320;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Contents contents, Clock clock) {
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells the requester and the staff. */
    public void tell(String number, String what, String who) {
        add(number, what, who, false);
    }

    /** Tells the staff alone. */
    public void note(String number, String what, String who) {
        add(number, what, who, true);
    }

    public List<TimelineEntry> of(String number, boolean withInternal) {
        return jdbc.sql("select at, what, who, internal from timeline where ticket_number = ? and (? or not internal) order by id")
                .params(number, withInternal)
                .query(Timeline::entry).list().stream().map(entry -> shown(number, entry)).toList();
    }

    /** By number of the ticket, with what is for staff alone. */
    public Map<String, List<TimelineEntry>> of(Collection<String> numbers) {
        Map<String, List<TimelineEntry>> entries = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select ticket_number, at, what, who, internal from timeline where ticket_number in (:numbers) order by id")
                    .param("numbers", numbers)
                    .query(row -> {
                        entries.computeIfAbsent(row.getString("ticket_number"), number -> new ArrayList<>()).add(entry(row, 0));
                    });
            entries.forEach((number, told) -> told.replaceAll(entry -> shown(number, entry)));
        }
        return entries;
    }

    /** What stands in it at this moment, so that it shows when that is something else later. */
    public Told told(String number) {
        return told(jdbc.sql(LINES + "where ticket_number = ? order by id").param(number));
    }

    /** The same lines as they are now. */
    public Told told(String number, Collection<Long> lines) {
        return lines.isEmpty() ? Told.NOTHING : told(jdbc.sql(LINES + "where ticket_number = :number and id in (:lines) order by id")
                .param("number", number).param("lines", lines));
    }

    private static Told told(JdbcClient.StatementSpec lines) {
        Map<Long, String> words = new LinkedHashMap<>();
        lines.query(row -> {
            TimelineEntry line = entry(row, 0);
            words.put(row.getLong("id"), "%s %s %s: %s".formatted(line.at(), line.internal() ? "staff" : "all", line.who(), line.what()));
        });
        return new Told(List.copyOf(words.keySet()), String.join("\n", words.values()));
    }

    private TimelineEntry shown(String number, TimelineEntry entry) {
        return new TimelineEntry(entry.at(), contents.shown(number, entry.what()), entry.who(), entry.internal());
    }

    private static TimelineEntry entry(ResultSet row, int i) throws SQLException {
        return new TimelineEntry(row.getTimestamp("at").toInstant(), row.getString("what"), row.getString("who"), row.getBoolean("internal"));
    }

    private void add(String number, String what, String who, boolean internal) {
        jdbc.sql("insert into timeline (ticket_number, at, what, who, internal) values (?, ?, ?, ?, ?)")
                .params(number, Timestamp.from(clock.instant()), Shortened.to(what, LONGEST), Shortened.to(who, LONGEST_NAME), internal).update();
    }
}
