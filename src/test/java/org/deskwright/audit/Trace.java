package org.deskwright.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where what was done begins: in one entry, or among some if nobody can know it better.
 *
 * @param from of an entry, counted from 0; -1 if no entry was touched
 * @param line of an export, counted from 1; 0 if it was none
 */
record Trace(long from, long to, int line) {

    static final Trace BESIDE_THE_ENTRIES = new Trace(-1, -1, 0);
    private static final Pattern NAMED = Pattern.compile("stands where entry (?<at>\\d+) should|between entry (?<from>\\d+) and entry (?<to>\\d+)"
            + "|over entry (?<over>\\d+) to entry (?<end>\\d+)|ends after (?<after>\\d+) entries|entry (?<entry>\\d+) (?!stands)");

    static Trace at(long entry) {
        return new Trace(entry, entry, 0);
    }

    static Trace among(long from, long to) {
        return new Trace(from, to, 0);
    }

    Trace inLine(int number) {
        return new Trace(from, to, number);
    }

    /** Whether the first place that the command names is the right one. */
    boolean isNamedFirst(String said) {
        if (from < 0 || line > 0 && said.contains("WRONG: line %d".formatted(line))) {
            return true;
        }
        Matcher named = NAMED.matcher(said);
        if (!named.find()) {
            return false;
        }
        for (String single : new String[] {"at", "after", "entry"}) {
            if (named.group(single) != null) {
                return isAmong(Long.parseLong(named.group(single)), Long.parseLong(named.group(single)));
            }
        }
        return named.group("from") != null ? isAmong(Long.parseLong(named.group("from")), Long.parseLong(named.group("to")))
                : isAmong(Long.parseLong(named.group("over")), Long.parseLong(named.group("end")));
    }

    private boolean isAmong(long first, long last) {
        return first <= to && last >= from;
    }
}
