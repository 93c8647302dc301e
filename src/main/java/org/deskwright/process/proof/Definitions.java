package org.deskwright.process.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.ParseHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a file defines, by the engine's own schema and as the engine's own elements, so that the proof reads what will run.
 * That schema is read once; those that a file names are not, wherever they lie.
 */
final class Definitions {

    private static final Schema SCHEMA = schema();
    private static final int DEEPEST = 100;

    private Definitions() {
    }

    /** @throws Unreadable with the reason, if it is no such file */
    static Element read(byte[] content) {
        Parse parse = new Parse(null) {
        };
        try {
            parsers().newSAXParser().parse(new ByteArrayInputStream(content), new Reader(parse));
        } catch (SAXException | IOException broken) {
            throw unreadable(broken);
        } catch (ParserConfigurationException unsafe) {
            throw new IllegalStateException("This Java cannot read XML safely", unsafe);
        }
        return parse.getRootElement();
    }

    /** One for each file: they are not made for several threads. */
    private static SAXParserFactory parsers() throws ParserConfigurationException, SAXException {
        SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parsers.setFeature("http://xml.org/sax/features/namespace-prefixes", true); // as the engine does
        parsers.setNamespaceAware(true);
        parsers.setSchema(SCHEMA);
        return parsers;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(BpmnParser.class.getResource("/" + BpmnParser.BPMN_20_SCHEMA_LOCATION));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema of BPMN 2.0 cannot be read", e);
        }
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
