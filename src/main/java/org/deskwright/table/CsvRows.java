package org.deskwright.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** RFC 4180 with a header line. A row that is shorter than it lacks its last columns. */
final class CsvRows implements Iterator<Row> {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true).setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvRows(Reader text) throws IOException {
        try {
            this.parser = CSVParser.parse(text, FORMAT);
        } catch (IllegalArgumentException e) {
            throw new UnreadableTable("its header line cannot be used: " + e.getMessage(), e);
        }
        this.records = parser.iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        CSVRecord line = records.next();
        Map<String, String> values = new LinkedHashMap<>();
        parser.getHeaderNames().forEach(name -> {
            if (line.isSet(name)) {
                values.put(name, line.get(name));
            }
        });
        return new Row(line.getRecordNumber(), values);
    }
}
