package org.deskwright.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.deskwright.audit.RecordSearch;

/**
 * What somebody looks for in the record, as they typed it; empty asks for anything.
 *
 * @param from first day, or moment
 * @param to   last day, or the moment before which
 */
record RecordQuery(String ticket, String person, String kind, String outcome, String from, String to) {

    private static final Pattern DAY_OR_MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.+)?");
    private static final int LONGEST = 200;

    RecordQuery {
        ticket = cleaned("ticket", ticket).toUpperCase(Locale.ROOT);
        person = cleaned("person", person);
        kind = cleaned("kind", kind);
        outcome = cleaned("outcome", outcome);
        from = cleaned("from", from);
        to = cleaned("to", to);
    }

    private static String cleaned(String field, String text) {
        String cleaned = text == null ? "" : text.strip();
        if (cleaned.length() > LONGEST || Texts.unkept(cleaned, false).isPresent()) {
            throw new InvalidField(field, "must have at most %d characters, all of which can be seen".formatted(LONGEST));
        }
        return cleaned;
    }

    /** @throws InvalidField if there is no such kind, or a date is none */
    RecordSearch search(Map<String, String> kinds, boolean quiet, int page, int size) {
        if (!kind.isEmpty() && !kinds.containsKey(kind)) {
            throw new InvalidField("kind", "\"%s\" is none of %s".formatted(kind, String.join(", ", kinds.keySet())));
        }
        Instant first = from.isEmpty() ? null : moment("from", from, 0);
        Instant before = to.isEmpty() ? null : moment("to", to, 1);
        if (first != null && before != null && !before.isAfter(first)) {
            throw new InvalidField("to", "must lie after %s, and %s does not".formatted(from, to));
        }
        return new RecordSearch(orNull(ticket), orNull(person), orNull(kind), orNull(outcome), first, before, quiet, page, size);
    }

    private static Instant moment(String field, String text, int days) {
        try {
            if (DAY_OR_MOMENT.matcher(text).matches()) {
                return text.indexOf('T') > 0 ? Instant.parse(text) : LocalDate.parse(text).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new InvalidField(field, "\"%s\" is no date: write 2026-03-07, or 2026-03-07T14:05:00Z".formatted(text));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
