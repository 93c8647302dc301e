package org.deskwright.faultrun;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often the desk died at each point, how many of its actions were under way then, and how long it took to settle them. */
final class Tally {

    private int kills;
    private long open;
    private long slowestMillis;

    private Tally() {
    }

    static String of(List<Kill> kills, List<Entry> record) {
        Map<KillPoint, Tally> tallies = new EnumMap<>(KillPoint.class);
        for (Kill kill : kills) {
            tallies.computeIfAbsent(kill.point(), point -> new Tally()).add(kill, record);
        }
        return "%-36s %6s %18s %18s%n".formatted("killed", "times", "actions under way", "settled within")
                + tallies.entrySet().stream().map(row -> "%-36s %s%n".formatted(row.getKey().words(), row.getValue())).collect(Collectors.joining());
    }

    private void add(Kill kill, List<Entry> record) {
        kills++;
        open += Action.in(record.stream().filter(entry -> entry.at().isBefore(kill.at())).toList()).stream().filter(Action::isOpen).count();
        slowestMillis = Math.max(slowestMillis, kill.settledInMillis() == null ? 0 : kill.settledInMillis());
    }

    @Override
    public String toString() {
        return "%6d %18d %18s".formatted(kills, open, slowestMillis == 0 ? "killed again" : "%.1f s".formatted(slowestMillis / 1_000.0));
    }
}
