package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is subtly wrong is refused, with the very way on which it goes wrong: the report stands beside each diagram. */
class WrongDiagramsTest {

    static List<Path> diagrams() {
        return SmallDiagrams.in("wrong");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatIsWrongIsNamedElementByElement(Path file) throws IOException {
        String report = SmallDiagrams.findings(file).stream().map(Finding::text).collect(Collectors.joining("\n"));
        assertThat(report).isEqualToNormalizingNewlines(Files.readString(Path.of(file.toString().replace(".bpmn", ".txt"))).stripTrailing());
    }

    @Test
    void eachWayOfGoingWrongIsShown() {
        assertThat(diagrams()).hasSizeGreaterThanOrEqualTo(40);
        List<String> reports = diagrams().stream().flatMap(file -> SmallDiagrams.findings(file).stream()).map(Finding::what).toList();
        for (Standing standing : Standing.values()) {
            if (!standing.mayAct()) {
                assertThat(reports).as(standing.name()).anyMatch(report -> report.endsWith(standing.fault("Clear action")));
            }
        }
    }
}
