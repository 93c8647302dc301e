package org.deskwright.process;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmmn.model.CmmnCaseDefinition;
import org.camunda.bpm.engine.impl.cmmn.transformer.AbstractCmmnTransformListener;
import org.camunda.bpm.model.cmmn.instance.Definitions;

/** Refuses case models (CMMN): none of the rules that hold for diagrams would hold for them. */
class NoCases extends AbstractCmmnTransformListener {

    @Override
    public void transformRootElement(Definitions definitions, List<? extends CmmnCaseDefinition> cases) {
        throw new ProcessEngineException("Case models (CMMN) are not allowed: draw a process (BPMN)");
    }
}
