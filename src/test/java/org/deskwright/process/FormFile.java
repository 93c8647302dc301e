package org.deskwright.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A form as analysts drew it. */
record FormFile(Path file, JsonNode json) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"|[A-Za-z_]\\w*");
    private static final Set<String> FEEL_WORDS = Set.of("and", "or", "not", "true", "false", "null", "if", "then", "else", "in",
            "between", "floor", "ceiling", "round", "string", "length");

    static List<FormFile> all() {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().map(FormFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FormFile of(String id) {
        return read(Path.of("forms", id + ".form"));
    }

    private static FormFile read(Path file) {
        try {
            return new FormFile(file, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> components() {
        List<JsonNode> components = new ArrayList<>();
        json.findValues("components").forEach(list -> list.forEach(components::add));
        return components;
    }

    /** The values a field offers, with the label of each. */
    Map<String, String> options(String key) {
        Map<String, String> options = new LinkedHashMap<>();
        components().stream().filter(component -> key.equals(component.path("key").asText()))
                .forEach(component -> component.path("values").forEach(option -> options.put(option.get("value").asText(), option.get("label").asText())));
        return options;
    }

    /** Keys of the fields, and every variable that texts and conditions speak of. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        json.findValues("key").forEach(key -> names.add(key.asText()));
        strings(json).forEach(text -> {
            if (text.startsWith("=")) {
                names.addAll(feelNames(text.substring(1)));
            }
            TEMPLATE.matcher(text).results().forEach(found -> names.addAll(feelNames(found.group(1))));
        });
        return names;
    }

    /** Identifiers in a FEEL expression; names with blanks are not used in this house. */
    static Set<String> feelNames(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(expression).results().map(found -> found.group())
                .filter(name -> !name.startsWith("\"") && !FEEL_WORDS.contains(name)).forEach(names::add);
        return names;
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isTextual()) {
            strings.add(node.asText());
        }
        node.forEach(child -> strings.addAll(strings(child)));
        return strings;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
