package org.deskwright.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.deskwright.table.UnreadableTable;
import picocli.CommandLine.Option;

/** Where a table of one's own has what counts; a model keeps where the one that it learned from had it. */
final class TableColumns {

    private static final String TEXT = "text column";
    private static final String LABEL = "label column";
    private static final String SUBJECT = "subject column";

    @Option(names = "--text", paramLabel = "COLUMN", description = "Column with the request's text")
    private String text;
    @Option(names = "--label", paramLabel = "COLUMN", description = "Column with what it turned out to be about")
    private String label;
    @Option(names = "--subject", paramLabel = "COLUMN", description = "Column with its subject, if it stands by itself")
    private String subject;
    private boolean isOfModel;

    /** What is not named here, as a model's settings have it. A text column of one's own goes with a subject of one's own. */
    TableColumns or(Map<String, String> settings) {
        TableColumns columns = new TableColumns();
        columns.text = text == null ? settings.get(TEXT) : text;
        columns.label = label == null ? settings.get(LABEL) : label;
        columns.subject = subject == null && text == null ? settings.get(SUBJECT) : subject;
        columns.isOfModel = text == null || label == null;
        return columns;
    }

    /** For a model to keep. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of(TEXT, text, LABEL, label));
        if (subject != null) {
            settings.put(SUBJECT, subject);
        }
        return settings;
    }

    /** @throws Refusal naming the file and what is wrong with it */
    LabelledTexts read(Path file) throws Refusal {
        if (text == null || label == null) {
            throw new Refusal("%s: say which column has the request's text, with --text, and which what it turned out to be about, with --label".formatted(file));
        }
        try {
            return LabelledTexts.read(file, text, label, subject);
        } catch (UnreadableTable | IOException e) {
            throw new Refusal("%s cannot be read: %s%s".formatted(file, e.getMessage(),
                    isOfModel ? ". The model has learned from columns of these names: give this file's with --text, --label and --subject" : ""));
        }
    }
}
