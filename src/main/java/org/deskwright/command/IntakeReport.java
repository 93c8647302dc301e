package org.deskwright.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a run of {@code intake} prints.
 *
 * @param labels   number of each ticket → label of its row, {@code "null"} without a label column
 * @param accepted seconds until the last request was accepted
 * @param total    seconds until the last one was settled
 */
record IntakeReport(Map<String, String> labels, Settlement settlement, int empty, double accepted, double total) {

    void print(PrintWriter out) {
        int filed = labels.size();
        out.printf("%nFiled %d requests%s%n", filed, empty == 0 ? "" : ", left out %d rows without text".formatted(empty));
        count(out, "Status", ticket -> text(ticket, "status"));
        count(out, "Autonomy", ticket -> text(ticket, "autonomy"));
        count(out, "Category", ticket -> text(ticket, "category"));
        if (labels.values().stream().anyMatch(label -> !label.equals("null"))) {
            count(out, "Label and category", ticket -> "%-24s %s".formatted(labels.get(text(ticket, "number")), text(ticket, "category")));
        }
        out.printf("%nAccepted %.1f requests/s, settled %.1f requests/s (%.1f s in all)%n", filed / accepted, filed / total, total);
        out.printf("Settled: %d of %d. Not found again: %d%n", settlement.tickets().size() - unsettled(), filed, settlement.missing());
        out.flush();
    }

    private long unsettled() {
        return settlement.isComplete() ? 0 : settlement.tickets().values().stream()
                .filter(ticket -> text(ticket, "status").equals("received") || text(ticket, "status").equals("in-triage")).count();
    }

    private void count(PrintWriter out, String title, Function<JsonNode, String> key) {
        out.printf("%n%s%n", title);
        settlement.tickets().values().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()))
                .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> out.printf("  %6d  %s%n", entry.getValue(), entry.getKey()));
    }

    private static String text(JsonNode ticket, String field) {
        return ticket.get(field).isNull() ? "-" : ticket.get(field).asText();
    }
}
