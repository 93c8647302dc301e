package org.deskwright.portal;

import java.util.List;
import java.util.Locale;

import org.deskwright.audit.ReadEntry;

/**
 * One entry of the record, ready to show.
 *
 * @param tone    who acts or what it means for the reader: {@code person}, {@code people} if it was handed over, or {@code desk}
 * @param details what it rests on, line by line
 * @param text    the exact entry, or {@code null} if it cannot be read
 * @param scale   how sure the desk was, or {@code null}
 */
record RecordLine(ReadEntry it, String tone, List<String> details, Moment at, Moment sealedAt, String text, ConfidenceScale scale) {

    private static final List<String> HANDED_TO_PEOPLE = List.of("ESCALATION", "HANDED_OVER", "REVOCATION_HANDED_OVER");

    static RecordLine of(ReadEntry entry) {
        return new RecordLine(entry, tone(entry), entry.words().lines().skip(1).toList(), Moment.of(entry.at()), Moment.of(entry.sealedAt()),
                entry.entry() == null ? null : entry.entry().toPrettyString(), entry.facts() == null ? null : ConfidenceScale.in(entry.facts()).orElse(null));
    }

    private static String tone(ReadEntry entry) {
        if (entry.entry() == null) {
            return "desk"; // of one that nobody can read there is nothing else to say
        }
        return HANDED_TO_PEOPLE.contains(entry.kind()) ? "people" : entry.entry().at("/actor/user").isObject() ? "person" : "desk";
    }

    /** In the words of the diagram, as far as its ids say them. */
    public String step() {
        return it.step() == null ? null : "%s, version %d, %s".formatted(it.step().process(), it.step().version(),
                it.step().id().replaceFirst("^[^_]*_", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }
}
