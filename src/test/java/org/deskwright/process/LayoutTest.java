package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A finger can follow every flow of a diagram from its beginning to its end. */
class LayoutTest {

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noFlowTouchesAnother(Diagram diagram) {
        List<BpmnEdge> edges = List.copyOf(diagram.model().getModelElementsByType(BpmnEdge.class));
        for (BpmnEdge one : edges) {
            for (BpmnEdge other : edges.subList(edges.indexOf(one) + 1, edges.size())) {
                assertThat(lines(one).anyMatch(line -> lines(other).anyMatch(line::intersectsLine)))
                        .as("%s: %s, %s", diagram, one.getBpmnElement().getId(), other.getBpmnElement().getId()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noFlowLeadsThroughWhatItDoesNotConnect(Diagram diagram) {
        for (BpmnEdge edge : diagram.model().getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            diagram.model().getModelElementsByType(BpmnShape.class).stream()
                    .filter(shape -> !List.of(flow.getSource(), flow.getTarget()).contains(shape.getBpmnElement()) && !(shape.getBpmnElement() instanceof SubProcess))
                    .forEach(shape -> assertThat(lines(edge).anyMatch(bounds(shape)::intersectsLine))
                            .as("%s: %s through %s", diagram, flow.getId(), shape.getBpmnElement().getId()).isFalse());
        }
    }

    /** The README's picture is the diagram as it is now: its export as SVG, on white. */
    @Test
    void thePictureIsOfThisDiagram() throws IOException {
        String picture = Files.readString(Path.of("processes", "resolve-ticket.svg"));
        Diagram.of("resolve-ticket").model().getModelElementsByType(BpmnShape.class).forEach(shape -> assertThat(picture)
                .contains("data-element-id=\"%s\" transform=\"matrix(1 0 0 1 %.0f %.0f)\"".formatted(shape.getBpmnElement().getId(), bounds(shape).x, bounds(shape).y)));
    }

    private static Stream<Line2D> lines(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return IntStream.range(1, points.size()).mapToObj(i -> new Line2D.Double(points.get(i - 1).getX(), points.get(i - 1).getY(),
                points.get(i).getX(), points.get(i).getY()));
    }

    private static Rectangle2D.Double bounds(BpmnShape shape) {
        return new Rectangle2D.Double(shape.getBounds().getX(), shape.getBounds().getY(), shape.getBounds().getWidth(), shape.getBounds().getHeight());
    }
}
