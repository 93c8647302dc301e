package org.deskwright.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people get out of other systems is read, or they are told which row is wrong, and how. */
class TextTableTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text,label\r\n\"Hello, \"\"world\"\"\nagain\",a\r\nÜber,b\r\n", "\ufefftext,label\n\"Hello, \"\"world\"\"\nagain\",a\nÜber,b",
        "{\"text\":\"Hello, \\\"world\\\"\\nagain\",\"label\":\"a\"}\n\n {\"text\":\"Über\",\"label\":\"b\"}\n"})
    void bothKindsSayTheSame(String content) throws IOException {
        List<Row> expected = List.of(new Row(1, Map.of("text", "Hello, \"world\"\nagain", "label", "a")), new Row(2, Map.of("text", "Über", "label", "b")));
        assertThat(read(content.getBytes(UTF_8))).isEqualTo(expected);
        assertThat(read(gzipped(content.getBytes(UTF_8)))).isEqualTo(expected);
    }

    @Test
    void whatIsNoTextIsTakenAsItIsWrittenAndNullIsMissing() throws IOException {
        assertThat(read("{\"a\":1.50,\"b\":true,\"c\":null,\"d\":[1,\"x\"]}".getBytes(UTF_8)))
                .containsExactly(new Row(1, Map.of("a", "1.5", "b", "true", "d", "[1,\"x\"]")));
    }

    @Test
    void aMissingColumnIsNamedWithThoseThereAre() throws IOException {
        Row row = read("text,label\nHello,a\n".getBytes(UTF_8)).get(0);
        assertThat(row.textOr("subject", "")).isEmpty();
        assertThatThrownBy(() -> row.text("Text")).isInstanceOf(UnreadableTable.class).hasMessage("row 1 has no column \"Text\"; it has [text, label]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|it is empty", "'  \n'|it is empty", "'{\"a\":1}\n{\"a\":'|row 2 is no JSON", "'{\"a\":1}\n[1]'|row 2 is no JSON object",
        "'{\"a\":1} x'|row 1 is no JSON", "'a,a\n1,2'|its header line cannot be used", "'a\n\"never closed'|EOF"})
    void whatCannotBeReadIsSaid(String content, String why) {
        assertThatThrownBy(() -> read(content.getBytes(UTF_8))).isInstanceOf(UnreadableTable.class).hasMessageContaining(why);
    }

    @Test
    void anotherEncodingIsSaidAndNotGuessed() {
        assertThatThrownBy(() -> read("text\nÜber\n".getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(UnreadableTable.class).hasMessage("it is not in UTF-8");
    }

    @Test
    void whatIsNoFileIsSaid() {
        for (Path path : List.of(folder, folder.resolve("nothing.csv"))) {
            assertThatThrownBy(() -> TextTable.open(path)).isInstanceOf(UnreadableTable.class).hasMessage("give the path of a CSV or JSON Lines file");
        }
    }

    @Test
    void aFileThatWasCutShortIsSaid() throws IOException {
        byte[] whole = gzipped("text\nHello\n".repeat(1000).getBytes(UTF_8));
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(whole, whole.length / 2))).isInstanceOf(UnreadableTable.class).hasMessageContaining("ZLIB");
    }

    private List<Row> read(byte[] content) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (TextTable table = TextTable.open(Files.write(folder.resolve("table"), content))) {
            table.forEach(rows::add);
        }
        return rows;
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
