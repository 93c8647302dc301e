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
    private final Map<String, JsonNode> settled = new HashMap<>();
    private final Map<String, JsonNode> seen = new HashMap<>();

    Settlement(DeskClient desk, Set<String> numbers) {
        this.desk = desk;
        this.numbers = numbers;
    }

    /** Returns when all are settled, or when nothing has changed for two minutes. */
    void await(LongConsumer progress) throws IOException, InterruptedException {
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

    private void look() throws IOException, InterruptedException {
        settled.clear();
        seen.clear();
        for (int page = 0; seen.size() < numbers.size(); page++) {
            JsonNode items = desk.page("size=%d&page=%d".formatted(PAGE, page)).get("items");
            for (JsonNode ticket : items) {
                String number = ticket.get("number").asText();
                if (numbers.contains(number)) {
                    seen.put(number, ticket);
                    boolean withPeople = ticket.get("status").asText().equals("in-progress") && !ticket.get("autonomy").isNull();
                    if (withPeople || !ON_THE_WAY.contains(ticket.get("status").asText())) {
                        settled.put(number, ticket);
                    }
                }
            }
            if (items.size() < PAGE) {
                return;
            }
        }
    }
}
