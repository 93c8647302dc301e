package org.deskwright.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One JSON object in each line; blank lines are passed over. What is no text is taken as JSON writes it, and null as missing. */
final class JsonLines implements Iterator<Row> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final BufferedReader text;
    private long number;
    private String line;

    JsonLines(BufferedReader text) {
        this.text = text;
    }

    @Override
    public boolean hasNext() {
        try {
            while (line == null || line.isBlank()) {
                line = text.readLine();
                if (line == null) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        number++;
        JsonNode row = read(line);
        line = null;
        Map<String, String> values = new LinkedHashMap<>();
        row.properties().stream().filter(value -> !value.getValue().isNull())
                .forEach(value -> values.put(value.getKey(), value.getValue().isValueNode() ? value.getValue().asText() : value.getValue().toString()));
        return new Row(number, values);
    }

    private JsonNode read(String line) {
        try {
            JsonNode row = JSON.readTree(line);
            if (!row.isObject()) {
                throw new UnreadableTable("row %d is no JSON object".formatted(number));
            }
            return row;
        } catch (JsonProcessingException e) {
            throw new UnreadableTable("row %d is no JSON: %s".formatted(number, e.getOriginalMessage()), e);
        }
    }
}
