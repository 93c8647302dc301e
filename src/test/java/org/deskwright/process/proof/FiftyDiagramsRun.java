package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long {@code check} takes for fifty diagrams of the house's own size, which call one another as these do, for the first
 * time and once the machine is warm: {@code ./mvnw test -Dtest=FiftyDiagramsRun}.
 */
class FiftyDiagramsRun {

    private static final int DIAGRAMS = 50;
    private static final int ROUNDS = 10;

    @TempDir
    private Path folder;

    @Test
    void fiftyDiagramsAreProven() throws IOException {
        List<Path> own = diagrams(Path.of("processes"));
        for (int i = 0; i < DIAGRAMS; i++) {
            Path file = own.get(i % own.size());
            Files.writeString(folder.resolve(i + file.getFileName().toString()), renamed(Files.readString(file), own, i / own.size()));
        }
        String first = check();
        for (int round = 2; round < ROUNDS; round++) {
            check();
        }
        System.out.println("The first time: %s%nThe %dth time: %s".formatted(first, ROUNDS, check()));
    }

    private String check() {
        StringWriter out = new StringWriter();
        int exit = new CheckCommand().run(new PrintWriter(out, true), new PrintWriter(out, true), folder.toString());
        assertThat(out.toString()).startsWith(DIAGRAMS + " diagrams in ");
        assertThat(exit).isZero();
        return out.toString().strip();
    }

    /** Each copy of the house is a house of its own, which has its forms from this one; what only one process may hold, they do not. */
    private static String renamed(String model, List<Path> own, int copy) {
        String renamed = model;
        for (Path file : own) {
            String process = file.getFileName().toString().replace(".bpmn", "");
            renamed = renamed.replace("\"" + process + "\"", "\"" + process + "-" + copy + "\"");
        }
        return renamed.replaceAll("(camunda:formRef=\"[a-z-]+)-%d\"".formatted(copy), "$1\"")
                .replace("userTask_settleRevocation", "userTask_settleCopiedRevocation").replace("settle-revocation", "settle-copied-revocation");
    }

    private static List<Path> diagrams(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }
}
