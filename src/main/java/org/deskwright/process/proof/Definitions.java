package org.deskwright.process.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.ParseHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a file defines, by the engine's own schema and as the engine's own elements, so that the proof reads what will run.
 */
final class Definitions {

    private static final int DEEPEST = 100;

    private Definitions() {
    }

    /** @throws Unreadable with the reason, if it is no such file */
    static Element read(byte[] content) {
        Parse parse = new Parse(null) {
        };
        try {
            DiagramParser.create().parse(new ByteArrayInputStream(content), new Reader(parse));
        } catch (SAXException | IOException broken) {
            throw unreadable(broken);
        }
        return parse.getRootElement();
    }

    private static Unreadable unreadable(Exception broken) {
        String reason = String.valueOf(broken.getMessage()).strip();
        return new Unreadable(reason.contains("DOCTYPE") ? "it has a DOCTYPE, which models must not have" : "it is no BPMN 2.0 model: " + reason);
    }

    /** Stops at the first fault. */
    private static final class Reader extends ParseHandler {

        Reader(Parse parse) {
            super(parse);
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
            if (elementStack.size() == DEEPEST) {
                throw new Unreadable("its elements lie more than %d deep in one another".formatted(DEEPEST), "draw fewer sub-processes within sub-processes, and call a process instead");
            }
            boolean isOld = IntStream.range(0, attributes.getLength()).mapToObj(attributes::getURI).anyMatch(BpmnParser.ACTIVITI_BPMN_EXTENSIONS_NS::equals);
            if (isOld || BpmnParser.ACTIVITI_BPMN_EXTENSIONS_NS.equals(uri)) {
                throw new Unreadable("<%s> uses the namespace %s, which the engine reads only where its own is missing".formatted(qName, BpmnParser.ACTIVITI_BPMN_EXTENSIONS_NS),
                        "write %s in its place".formatted(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS));
            }
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void error(SAXParseException broken) {
            throw unreadable(broken);
        }

        @Override
        public void fatalError(SAXParseException broken) {
            throw unreadable(broken);
        }
    }
}
