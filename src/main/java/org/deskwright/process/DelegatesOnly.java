package org.deskwright.process;

import java.util.Map;

import javax.xml.parsers.SAXParser;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.deskwright.process.proof.DiagramParser;
import org.deskwright.process.proof.ForeignCode;
import org.xml.sax.SAXException;

/**
 * Refuses a diagram that would run anything but our delegates. It looks before the engine parses, which already creates form
 * classes; and it reads the XML as the proof does, which fetches nothing.
 */
class DelegatesOnly extends BpmnParse {

    private final Map<Object, Object> delegates;

    DelegatesOnly(BpmnParser parser, Map<Object, Object> delegates) {
        super(new ProofsParser(parser));
        this.delegates = delegates;
    }

    /** The parser brings its schema along, and takes no other. */
    @Override
    public void setSchemaResource(String schemaResource) {
        this.schemaResource = null;
    }

    @Override
    protected void parseRootElement() {
        ForeignCode.in(rootElement, delegates::containsKey).forEach(fault ->
                addError("%s: %s; %s".formatted(fault.id(), fault.what(), fault.remedy()), fault.element(), fault.id()));
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private static final class ProofsParser extends BpmnParser {

        ProofsParser(BpmnParser engines) {
            super(engines.getExpressionManager(), null);
            setParseListeners(engines.getParseListeners());
        }

        @Override
        protected SAXParser getSaxParser() throws SAXException {
            return DiagramParser.create();
        }
    }
}
