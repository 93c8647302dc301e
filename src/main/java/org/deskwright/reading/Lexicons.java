package org.deskwright.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files under {@code config/reading}: one folder per language, lines of "heading: phrase, phrase" in each. A file beside
 * the application goes before the one in the jar.
 */
final class Lexicons {

    private static final String FOLDER = "config/reading/";

    private final Path application;
    private final Map<String, List<Phrase>> read = new HashMap<>();

    /** One of the things that stand under a heading. */
    record Line(String heading, String written) {
    }

    Lexicons(Path application) {
        this.application = application;
    }

    /** The phrases of one file, each language by itself. */
    ByLanguage byLanguage(String file) {
        return new ByLanguage(Languages.SPOKEN.stream().collect(Collectors.toMap(Function.identity(), language -> new Phrases(of(language, file)))));
    }

    /** The phrases of one file in all languages: whoever hides something need not write in the language of the rest. */
    Phrases ofAll(String file) {
        return new Phrases(Languages.SPOKEN.stream().flatMap(language -> of(language, file).stream()).toList());
    }

    /** The phrases of a file that has no language. */
    Phrases shared(String file) {
        return new Phrases(read(file));
    }

    String text(String name) {
        Path beside = application.resolve(FOLDER + name);
        try (InputStream file = Files.isRegularFile(beside) ? Files.newInputStream(beside)
                : Lexicons.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("There is no file " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
        }
    }

    private List<Phrase> of(String language, String file) {
        return read(language + "/" + file);
    }

    /** Once, whoever asks. */
    private List<Phrase> read(String file) {
        return read.computeIfAbsent(file + ".txt", this::parsed);
    }

    private List<Phrase> parsed(String name) {
        return entries(name).stream().map(line -> Phrase.of(line.heading(), line.written())).toList();
    }

    /** What is written under the headings of a file that has no language, each by itself. */
    List<Line> lines(String file) {
        return entries(file + ".txt");
    }

    private List<Line> entries(String name) {
        List<Line> entries = new ArrayList<>();
        for (String line : text(name).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("%s%s has a line without a heading: %s".formatted(FOLDER, name, line));
            }
            String heading = line.substring(0, colon).strip();
            Arrays.stream(line.substring(colon + 1).split(",")).filter(phrase -> !phrase.isBlank()).map(phrase -> new Line(heading, phrase.strip())).forEach(entries::add);
        }
        return entries;
    }
}
