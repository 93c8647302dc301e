package org.deskwright.triage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.learning.LearningCommand;
import org.deskwright.learning.Refusal;
import org.deskwright.learning.TextModel;
import org.deskwright.reading.Context;
import org.deskwright.reading.TextReader;
import org.deskwright.table.Row;
import org.deskwright.table.TextTable;
import org.deskwright.table.UnreadableTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says of each text in a file what the desk would make of it. Needs no desk, and disturbs none that runs. */
@Command(name = "classify", mixinStandardHelpOptions = true,
        description = "Reads the requests of a JSON Lines or CSV file (subject, body; id if there is one) and writes what each is about, as JSON Lines.")
public final class ClassifyCommand extends LearningCommand {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path APPLICATION = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Source source;
    @Option(names = "--in", required = true, paramLabel = "FILE", description = "JSON Lines or CSV with subject and body; UTF-8, plain or gzipped")
    private Path in;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSON Lines to write, one line for each")
    private Path out;

    private static final class Source {

        @Option(names = "--model", paramLabel = "MODEL", description = "A model that \"train\" has written")
        private Path model;
        @Option(names = "--desk", description = "The desk's own model of the shipped history, which is trained if it is missing; DESK_DATA is its folder")
        private boolean desk;
    }

    @Override
    public String name() {
        return "classify";
    }

    @Override
    protected void work() throws Refusal {
        writable(out);
        try (TextTable before = TextTable.open(in); TextTable table = TextTable.open(in)) {
            ReadTexts texts = readTexts();
            before.forEach(ClassifyCommand::demandWords);
            write(table, texts);
        } catch (UnreadableTable e) {
            throw new Refusal("%s cannot be read: %s".formatted(in, e.getMessage()));
        } catch (IOException e) {
            throw new Refusal("%s cannot be classified: %s".formatted(in, e.getMessage()));
        }
    }

    private ReadTexts readTexts() throws Refusal {
        ConfiguredNames names = new ConfiguredNames(APPLICATION);
        TextModel model = source.desk ? StoredModel.ofTheDesk(data().resolve("model"), APPLICATION, names.categories(), Clock.systemUTC()) : loaded(source.model);
        return new ReadTexts(new HistoryClassifier(model), TextReader.of(APPLICATION), Context.NONE.on(LocalDate.now()).with(names.applications()));
    }

    private void write(TextTable table, ReadTexts texts) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            long written = 0;
            for (Row row : table) {
                lines.write(line(texts, row));
                lines.newLine();
                written++;
            }
            say("Wrote %,d lines to %s", written, out);
        }
    }

    /** Asked of all rows before the first is written: a file that ends in the middle would look like an answer. */
    private static void demandWords(Row row) {
        if (!row.values().containsKey("subject")) {
            row.text("body");
        }
    }

    private static String line(ReadTexts texts, Row row) throws JsonProcessingException {
        Map<String, Object> read = texts.read(row.textOr("id", String.valueOf(row.number())), row.textOr("subject", ""), row.textOr("body", ""));
        return JSON.writeValueAsString(read);
    }

    private static Path data() {
        return Path.of(System.getenv().getOrDefault("DESK_DATA", "data"));
    }
}
