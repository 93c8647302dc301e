package org.deskwright.process.proof;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.xml.sax.SAXException;

/**
 * Parses diagrams, for the proof and for the engine, by the engine's own schema. That schema is read once; those that a file
 * names are not, wherever they lie: whoever may deploy could have the desk ask any address in its network.
 */
public final class DiagramParser {

    private static final Schema SCHEMA = schema();

    private DiagramParser() {
    }

    /** One for each file: they are not made for several threads. */
    public static SAXParser create() throws SAXException {
        SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
        try {
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/namespace-prefixes", true); // as the engine does
            parsers.setNamespaceAware(true);
            parsers.setSchema(SCHEMA);
            return parsers.newSAXParser();
        } catch (ParserConfigurationException unsafe) {
            throw new IllegalStateException("This Java cannot read XML safely", unsafe);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(BpmnParser.class.getResource("/" + BpmnParser.BPMN_20_SCHEMA_LOCATION));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema of BPMN 2.0 cannot be read", e);
        }
    }
}
