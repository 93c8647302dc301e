package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof reads what the engine reads, to the letter: defaults, blanks, notes within texts. */
class DefinitionsTest {

    static List<Path> diagrams() throws IOException {
        try (Stream<Path> house = Files.list(Path.of("processes"))) {
            return Stream.of(house.filter(file -> file.toString().endsWith(".bpmn")), SmallDiagrams.in("right").stream(), SmallDiagrams.in("wrong").stream())
                    .flatMap(files -> files).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramIsReadAsTheEngineReadsIt(Path file) throws IOException {
        assertReadTheSame(Files.readAllBytes(file));
    }

    @Test
    void whatIsWrittenStrangelyIsReadAsTheEngineReadsIt() {
        assertReadTheSame("""
                <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn" targetNamespace=" t ">
                  <b:process id=" p " name=" A&#10;B " isExecutable=" true ">
                    <b:startEvent id="s"><b:timerEventDefinition/></b:startEvent>
                    <b:exclusiveGateway id="x" default=" f "><b:extensionElements><s:sequenceFlow xmlns:s="urn:s" a="&#32;b "> t </s:sequenceFlow></b:extensionElements></b:exclusiveGateway>
                    <b:boundaryEvent id="e" attachedToRef=" c "/>
                    <b:callActivity id="c" calledElement=" other " isForCompensation=" 1 " c:calledElementBinding=" latest "/>
                    <b:subProcess id="u" triggeredByEvent=" true "/>
                    <b:sequenceFlow id=" f " sourceRef=" s " targetRef="x">
                      <b:conditionExpression> ${a<!-- no -->b<b:documentation>no</b:documentation><![CDATA[ && c]]>} </b:conditionExpression>
                    </b:sequenceFlow>
                  </b:process>
                </b:definitions>
                """.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReadTheSame(byte[] model) {
        assertThat(written(Definitions.read(model))).isEqualTo(written(readByTheEngine(model)));
    }

    private static Element readByTheEngine(byte[] model) {
        Parse parse = new Parser() {
            @Override
            public Parse createParse() {
                return new Parse(this) {
                };
            }
        }.createParse();
        parse.setSchemaResource(ReflectUtil.getResourceUrlAsString(BpmnParser.BPMN_20_SCHEMA_LOCATION));
        parse.sourceInputStream(new ByteArrayInputStream(model)).execute();
        assertThat(parse.hasErrors()).isFalse();
        return parse.getRootElement();
    }

    private static String written(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        element.attributes().forEach(name -> attributes.put(name, element.attribute(name)));
        return "{%s}%s %s \"%s\" %s".formatted(element.getUri(), element.getTagName(), attributes, element.getText(),
                element.elements().stream().map(DefinitionsTest::written).collect(Collectors.joining("\n")));
    }
}
