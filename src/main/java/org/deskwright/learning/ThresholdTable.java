package org.deskwright.learning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code decisions/thresholds.dmn} says: from which confidence on the desk goes on alone, by step and category. */
record ThresholdTable(String xml, List<Rule> rules) {

    static final String FILE = "decisions/thresholds.dmn";
    /** The step that rests on what a text was taken for, and on nothing else. */
    static final String CLASSIFY = "classify";

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /**
     * One row.
     *
     * @param cell  id of the cell that {@code actAt} stands in
     * @param actAt above 1 for never; {@code null} if the cell holds no number
     */
    record Rule(String id, List<String> steps, List<String> categories, String cell, Double actAt) {

        boolean isClassification() {
            return steps.contains(CLASSIFY);
        }

        boolean isNever() {
            return actAt == null || actAt > 1;
        }
    }

    /** @throws IOException saying what is wrong, if it is no such table */
    static ThresholdTable read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    /** The table beside the application, or else the one that it came with. */
    static ThresholdTable present(Path application) throws IOException {
        Optional<InputStream> opened = Shipped.open(application, FILE);
        try (InputStream in = opened.orElseThrow(() -> new IOException("there is no " + FILE))) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static ThresholdTable of(String xml) throws IOException {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(null);
            Element table = parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
            int step = column(table, "input", "step");
            int category = column(table, "input", "category");
            int actAt = column(table, "output", "actAt");
            return new ThresholdTable(xml, elements(table, "rule").stream().map(rule -> {
                List<Element> inputs = elements(rule, "inputEntry");
                Element cell = elements(rule, "outputEntry").get(actAt);
                return new Rule(rule.getAttribute("id"), quoted(text(inputs.get(step))), quoted(text(inputs.get(category))),
                        cell.getAttribute("id"), number(text(cell)));
            }).toList());
        } catch (SAXException | ParserConfigurationException | IndexOutOfBoundsException e) {
            throw new IOException("it is no table of thresholds: " + e.getMessage(), e);
        }
    }

    /** Whether this confidence lets the desk go on alone at that step. */
    boolean letsThrough(String step, String category, double confidence) {
        return rules.stream().anyMatch(rule -> rule.steps().contains(step) && rule.categories().contains(category) && !rule.isNever() && confidence >= rule.actAt());
    }

    /** The same file with other numbers in those cells, and every other character as it was. */
    String with(Map<String, String> numbers) throws IOException {
        String changed = xml;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            Matcher cell = Pattern.compile("(<(?:\\w+:)?outputEntry\\b[^>]*\\bid=\"%s\"[^>]*>\\s*<(?:\\w+:)?text>)[^<]*"
                    .formatted(Pattern.quote(number.getKey()))).matcher(changed);
            if (!cell.find()) {
                throw new IOException("its cell %s cannot be found".formatted(number.getKey()));
            }
            changed = changed.substring(0, cell.end(1)) + number.getValue() + changed.substring(cell.end());
        }
        return changed;
    }

    private static int column(Element table, String kind, String name) throws IOException {
        List<Element> columns = elements(table, kind);
        return IntStream.range(0, columns.size()).filter(i -> name.equals(columns.get(i).getAttribute("name")) || name.equals(text(columns.get(i))))
                .findFirst().orElseThrow(() -> new IOException("it is no table of thresholds: it has no %s \"%s\"".formatted(kind, name)));
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        IntStream.range(0, found.getLength()).forEach(i -> elements.add((Element) found.item(i)));
        return elements;
    }

    private static String text(Element within) {
        List<Element> texts = elements(within, "text");
        return texts.isEmpty() ? "" : texts.get(0).getTextContent().strip();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(result -> result.group(1)).toList();
    }

    private static Double number(String cell) {
        return cell.matches("[0-9]{1,3}(\\.[0-9]{1,9})?") ? Double.valueOf(cell) : null;
    }
}
