package org.deskwright.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * A table in a file, in UTF-8, plain or gzipped: CSV with a header line (RFC 4180), or JSON Lines, one object in each line.
 * Which of them, its first character tells. It is read row by row, once, so its size does not matter.
 */
public final class TextTable implements Iterable<Row>, Closeable {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final BufferedReader text;
    private final Iterator<Row> rows;

    private TextTable(BufferedReader text, Iterator<Row> rows) {
        this.text = text;
        this.rows = rows;
    }

    /** @throws UnreadableTable if it is no file that can be read, is empty, or begins like neither */
    public static TextTable open(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UnreadableTable("give the path of a CSV or JSON Lines file");
        }
        BufferedReader text = new BufferedReader(new InputStreamReader(unzipped(file), StandardCharsets.UTF_8.newDecoder()));
        try {
            return new TextTable(text, peek(text) == '{' ? new JsonLines(text) : new CsvRows(text));
        } catch (IOException e) {
            text.close();
            throw unreadable(e);
        } catch (RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static UnreadableTable unreadable(IOException e) {
        return new UnreadableTable(e instanceof CharacterCodingException ? "it is not in UTF-8" : e.getMessage(), e);
    }

    /** The first character that is no blank, which is left to be read; before it nothing is. */
    private static int peek(BufferedReader text) throws IOException {
        int first;
        do {
            text.mark(1);
            first = text.read();
        } while (first == BYTE_ORDER_MARK || Character.isWhitespace(first));
        if (first < 0) {
            throw new UnreadableTable("it is empty");
        }
        text.reset();
        return first;
    }

    private static InputStream unzipped(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped ? new GZIPInputStream(in) : in;
    }

    /** Its rows throw {@link UnreadableTable} where the file turns out to be something else. */
    @Override
    public Iterator<Row> iterator() {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return reading(rows::hasNext);
            }

            @Override
            public Row next() {
                return reading(rows::next);
            }
        };
    }

    private static <T> T reading(Supplier<T> step) {
        try {
            return step.get();
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
