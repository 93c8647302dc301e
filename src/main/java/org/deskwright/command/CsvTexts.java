package org.deskwright.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Texts out of a CSV file with a header line (RFC 4180), gzipped or not. */
record CsvTexts(List<Row> rows, int empty) {

    /** ASCII's control characters but for tabs and line ends. */
    private static final String REFUSED_BY_THE_API = "[\\p{Cntrl}&&[^\\t\\n\\r]]";

    /** @param label {@code null} if no label column was asked for */
    record Row(String text, String label) {
    }

    /** @throws IllegalArgumentException if a column is missing, naming those there are */
    static CsvTexts read(Path file, String textColumn, String labelColumn, long limit) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser csv = CSVParser.parse(new InputStreamReader(open(file), StandardCharsets.UTF_8), format)) {
            require(csv, textColumn);
            if (labelColumn != null) {
                require(csv, labelColumn);
            }
            List<Row> rows = new ArrayList<>();
            int empty = 0;
            for (CSVRecord line : csv) {
                if (rows.size() >= limit) {
                    break;
                }
                String text = line.get(textColumn).replaceAll(REFUSED_BY_THE_API, " ").strip();
                if (text.isEmpty()) {
                    empty++;
                } else {
                    rows.add(new Row(text, labelColumn == null ? null : line.get(labelColumn)));
                }
            }
            return new CsvTexts(rows, empty);
        }
    }

    private static void require(CSVParser csv, String column) {
        if (!csv.getHeaderNames().contains(column)) {
            throw new IllegalArgumentException("There is no column \"%s\"; the file has %s".formatted(column, csv.getHeaderNames()));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }
}
