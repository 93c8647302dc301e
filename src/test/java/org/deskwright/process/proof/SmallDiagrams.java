package org.deskwright.process.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The diagrams of {@code src/test/resources/proof}: each shows one thing, in the comment it begins with. */
final class SmallDiagrams {

    private static final Path FOLDER = Path.of("src", "test", "resources", "proof");
    private static final Path HOUSE_GATE = Path.of("processes", "clear-action.bpmn");

    private SmallDiagrams() {
    }

    static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the proof says of a diagram, which may call the house's own gate. */
    static List<Finding> findings(Path file) {
        Set<Drawing> its = new HashSet<>(read(file));
        List<Finding> foreign = ModelFile.foreignCode(file.getFileName().toString(), Definitions.read(content(file)));
        return Stream.concat(foreign.stream(), new DiagramProof(Stream.concat(its.stream(), read(HOUSE_GATE).stream()).toList()).findings(its::contains).stream()).toList();
    }

    static List<Drawing> read(Path file) {
        return Drawings.read(file.getFileName().toString(), content(file));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
