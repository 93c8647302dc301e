package org.deskwright.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The files under {@code config/prompts}. A file beside the application goes before the one in the jar. */
final class Prompts {

    private static final String FOLDER = "config/prompts/";

    private final Map<Skill, Written> texts = new EnumMap<>(Skill.class);

    private record Written(String instructions, String schema) {
    }

    Prompts(Path application) {
        for (Skill skill : Skill.values()) {
            texts.put(skill, new Written(read(application, skill.word() + ".md"), read(application, skill.word() + ".schema.json")));
        }
    }

    /** @param lists the closed lists that the prompt names in braces */
    Prompt of(Skill skill, Map<String, List<String>> lists) {
        Written files = texts.get(skill);
        return Prompt.of(skill.word(), files.instructions(), files.schema(), lists);
    }

    private static String read(Path application, String name) {
        Path beside = application.resolve(FOLDER + name);
        try (InputStream file = Files.isRegularFile(beside) ? Files.newInputStream(beside) : Prompts.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("There is no file " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
        }
    }
}
