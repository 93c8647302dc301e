package org.deskwright.process.proof;

import java.io.ByteArrayInputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.impl.util.DomUtil;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.xml.sax.SAXException;

/**
 * What a file defines, if it keeps to the schema of BPMN 2.0. The engine's own reader says the same, but reads the schema anew
 * for each file, and whatever other schemas the file names, from wherever it says.
 */
final class Definitions {

    private static final Schema SCHEMA = schema();

    private Definitions() {
    }

    /** @throws org.camunda.bpm.model.xml.ModelParseException with the reason, if it is no such file */
    static DomElement read(byte[] content) {
        return DomUtil.parseInputStream(parsers(), new ByteArrayInputStream(content)).getRootElement();
    }

    /** One for each file: they are not made for several threads. */
    private static DocumentBuilderFactory parsers() {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
        try {
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException unsafe) {
            throw new IllegalStateException("This Java cannot read XML safely", unsafe);
        }
        parsers.setNamespaceAware(true);
        parsers.setSchema(SCHEMA);
        return parsers;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(Bpmn.class.getResource("schema/BPMN20.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema of BPMN 2.0 cannot be read", e);
        }
    }
}
