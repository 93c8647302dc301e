package org.deskwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.deskwright.table.Row;
import org.deskwright.table.TextTable;

/**
 * What is to be filed, out of a table.
 *
 * @param empty how many rows have no text
 */
record Texts(List<Text> texts, int empty) {

    /** ASCII's control characters but for tabs and line ends. */
    private static final String REFUSED_BY_THE_API = "[\\p{Cntrl}&&[^\\t\\n\\r]]";

    /** @param label {@code null} if no label column was asked for */
    record Text(String text, String label) {
    }

    /** @throws org.deskwright.table.UnreadableTable if it is no table, or a column is missing, naming those there are */
    static Texts read(Path file, String textColumn, String labelColumn, long limit) throws IOException {
        List<Text> texts = new ArrayList<>();
        int empty = 0;
        try (TextTable table = TextTable.open(file)) {
            for (Row row : table) {
                if (texts.size() >= limit) {
                    break;
                }
                String text = row.text(textColumn).replaceAll(REFUSED_BY_THE_API, " ").strip();
                String label = labelColumn == null ? null : row.text(labelColumn);
                if (text.isEmpty()) {
                    empty++;
                } else {
                    texts.add(new Text(text, label));
                }
            }
        }
        return new Texts(texts, empty);
    }
}
