package org.deskwright.learning;

import java.io.IOException;
import java.nio.file.Path;

import org.deskwright.table.UnreadableTable;
import picocli.CommandLine.Option;

/** Where a table of one's own has what counts. */
final class TableColumns {

    @Option(names = "--text", required = true, paramLabel = "COLUMN", description = "Column with the request's text")
    private String text;
    @Option(names = "--label", required = true, paramLabel = "COLUMN", description = "Column with what it turned out to be about")
    private String label;
    @Option(names = "--subject", paramLabel = "COLUMN", description = "Column with its subject, if it stands by itself")
    private String subject;

    /** @throws Refusal naming the file and what is wrong with it */
    LabelledTexts read(Path file) throws Refusal {
        try {
            return LabelledTexts.read(file, text, label, subject);
        } catch (UnreadableTable | IOException e) {
            throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
