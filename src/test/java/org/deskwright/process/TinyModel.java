package org.deskwright.process;

/** The smallest diagrams that show one thing each. */
final class TinyModel {

    private TinyModel() {
    }

    /** Start, the given element with id {@code it}, end. */
    static String with(String element) {
        return process("""
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="it"/>
                %s
                <sequenceFlow id="f2" sourceRef="it" targetRef="end"/><endEvent id="end"/>
                """.formatted(element));
    }

    /** Ends in {@code endEvent_yes} when the condition holds, else in {@code endEvent_no}. */
    static String asking(String condition) {
        return asking("", condition);
    }

    static String asking(String language, String condition) {
        return process("""
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="it"/>
                <exclusiveGateway id="it" default="no"/>
                <sequenceFlow id="yes" sourceRef="it" targetRef="endEvent_yes">
                  <conditionExpression xsi:type="tFormalExpression" %s><![CDATA[%s]]></conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="no" sourceRef="it" targetRef="endEvent_no"/>
                <endEvent id="endEvent_yes"/><endEvent id="endEvent_no"/>
                """.formatted(language, condition));
    }

    static String process(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://deskwright.org/test">
                  <process id="tiny" name="Tiny" isExecutable="true">
                %s
                  </process>
                </definitions>
                """.formatted(content);
    }
}
