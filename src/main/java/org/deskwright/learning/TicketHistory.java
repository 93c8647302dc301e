package org.deskwright.learning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the classifier learns from: {@code config/history/<category>.jsonl}, one JSON object per line.
 *
 * @param hash SHA-256 (hex) of all fields of all tickets; files by name, lines as they stand
 */
public record TicketHistory(List<PastTicket> tickets, String hash) {

    static final String FOLDER = "config/history/";

    private static final Logger LOG = LoggerFactory.getLogger(TicketHistory.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public TicketHistory {
        tickets = List.copyOf(tickets);
    }

    /**
     * Reads from the folder {@code config/history} under {@code application}, or from the jar where there is none.
     *
     * @throws IllegalArgumentException naming file and line, if a line cannot be used
     */
    public static TicketHistory read(Path application, Collection<String> categories) {
        List<PastTicket> tickets = new ArrayList<>();
        for (String category : new TreeSet<>(categories)) {
            String file = FOLDER + category + ".jsonl";
            try {
                Optional<InputStream> opened = Shipped.open(application, file);
                if (opened.isEmpty()) {
                    LOG.warn("There is no {}, so the classifier will never propose the category {}", file, category);
                    continue;
                }
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(opened.get(), StandardCharsets.UTF_8))) {
                    read(reader, file, category, tickets);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("There is no past ticket in %s to learn from".formatted(FOLDER));
        }
        return of(tickets);
    }

    public static TicketHistory of(List<PastTicket> tickets) {
        Digest digest = new Digest();
        for (PastTicket ticket : tickets) {
            digest.add(ticket.category()).add(ticket.template()).add(ticket.language()).add(ticket.subject()).add(ticket.body());
        }
        return new TicketHistory(tickets, digest.hex());
    }

    private static void read(BufferedReader reader, String file, String category, List<PastTicket> tickets) throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                tickets.add(ticket(line, "%s, line %d".formatted(file, number), category));
            }
        }
    }

    private static PastTicket ticket(String line, String where, String category) {
        JsonNode row;
        try {
            row = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s is no JSON: %s".formatted(where, e.getOriginalMessage()), e);
        }
        if (!row.isObject()) {
            throw new IllegalArgumentException("%s is no JSON object".formatted(where));
        }
        String subject = text(row, "subject", where);
        String body = text(row, "body", where);
        if (subject.isBlank() && body.isBlank()) {
            throw new IllegalArgumentException("%s has neither subject nor body".formatted(where));
        }
        return new PastTicket(filled(row, "template", where), filled(row, "language", where), category, subject, body);
    }

    private static String filled(JsonNode row, String field, String where) {
        String value = text(row, field, where);
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s leaves the field %s empty".formatted(where, field));
        }
        return value;
    }

    private static String text(JsonNode row, String field, String where) {
        JsonNode value = row.get(field);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("%s lacks the text field %s".formatted(where, field));
        }
        return value.textValue();
    }
}
