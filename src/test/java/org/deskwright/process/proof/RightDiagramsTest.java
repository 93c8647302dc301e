package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn rightly passes, and does so because the gate is asked: without its gate it does not. */
class RightDiagramsTest {

    private static final Path HOUSE_GATE = Path.of("processes", "clear-action.bpmn");

    static List<Path> diagrams() {
        return SmallDiagrams.in("right");
    }

    static List<Path> actingDiagrams() {
        return diagrams().stream().filter(file -> SmallDiagrams.read(file).stream().anyMatch(drawing -> !drawing.acting().isEmpty())).toList();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatIsDrawnRightlyPasses(Path file) {
        assertThat(SmallDiagrams.findings(file)).isEmpty();
    }

    @Test
    void theHousesOwnDiagramsPass() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<Drawing> drawings = files.filter(file -> file.toString().endsWith(".bpmn")).sorted()
                    .flatMap(file -> SmallDiagrams.read(file).stream()).toList();
            assertThat(drawings).hasSizeGreaterThanOrEqualTo(8);
            assertThat(drawings.stream().flatMap(drawing -> drawing.acting().stream())).hasSizeGreaterThanOrEqualTo(2);
            assertThat(new DiagramProof(drawings).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("actingDiagrams")
    void noneOfThemPassesWithoutItsGate(Path file) throws IOException {
        assertThat(broken(file, "${decideClearance}", "${tellRequester}")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("actingDiagrams")
    void noneOfThemPassesWithAnotherVariableAsked(Path file) throws IOException {
        String model = Files.readString(file);
        String changed = model.replaceAll("(autonomy|outcome|endState)(?= ==|\\))", "verification").replace("eq autonomy", "eq verification");
        assertThat(changed.equals(model) ? List.of("asks nothing itself") : broken(file, model, changed)).isNotEmpty();
    }

    private static List<Finding> broken(Path file, String right, String wrong) throws IOException {
        List<Drawing> drawings = Stream.of(file, HOUSE_GATE).flatMap(model -> broken(model, right, wrong, file.equals(model) || right.startsWith("$"))).toList();
        return new DiagramProof(drawings).findings();
    }

    private static Stream<Drawing> broken(Path file, String right, String wrong, boolean replaced) {
        String model = read(file);
        return Drawings.read(file.toString(), (replaced ? model.replace(right, wrong) : model).getBytes(StandardCharsets.UTF_8)).stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
