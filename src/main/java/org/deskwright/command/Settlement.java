package org.deskwright.command;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Watches filed tickets until none is on its way any more: each waits for somebody, or is closed. */
class Settlement {

    private static final Set<String> ON_THE_WAY = Set.of("received", "in-triage", "in-progress");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAGE = 200;

    private final DeskClient desk;
    private final Set<String> numbers;
    private Map<String, JsonNode> settled = Map.of();
    private Map<String, JsonNode> seen = Map.of();

    Settlement(DeskClient desk, Set<String> numbers) {
        this.desk = desk;
        this.numbers = numbers;
    }

    /** Returns when all are settled, or when nothing has changed for two minutes. */
    void await(LongConsumer progress) throws IOException, InterruptedException {
        if (numbers.isEmpty()) {
            return;
        }
        long lastChange = System.nanoTime();
        int before = -1;
        while (true) {
            look();
            progress.accept(settled.size());
            if (settled.size() == numbers.size()) {
                return;
            }
            if (settled.size() != before) {
                before = settled.size();
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                return;
            }
            Thread.sleep(1_000);
        }
    }

    int size() {
        return numbers.size();
    }

    /** Every ticket as it was seen last. */
    Map<String, JsonNode> tickets() {
        return seen;
    }

    boolean isComplete() {
        return settled.size() == numbers.size();
    }

    int missing() {
        return numbers.size() - seen.size();
    }

    /** A look that breaks off leaves what the one before has seen. */
    private void look() throws IOException, InterruptedException {
        Map<String, JsonNode> found = new HashMap<>();
        JsonNode items;
        int page = 0;
        do {
            items = desk.page("size=%d&page=%d".formatted(PAGE, page++)).get("items");
            items.forEach(ticket -> found.put(ticket.get("number").asText(), ticket));
            found.keySet().retainAll(numbers);
        } while (items.size() == PAGE && found.size() < numbers.size());
        seen = found;
        settled = new HashMap<>(found);
        settled.values().removeIf(Settlement::isOnTheWay);
    }

    private static boolean isOnTheWay(JsonNode ticket) {
        String status = ticket.get("status").asText();
        boolean withPeople = status.equals("in-progress") && !ticket.get("autonomy").isNull();
        return ON_THE_WAY.contains(status) && !withPeople;
    }
}
