package org.deskwright.process;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.deskwright.process.proof.Markup;

/**
 * Refuses a deployment that brings anything but diagrams, tables and forms, by whatever door it comes. Pages and pictures
 * would be served to colleagues as the desk's own; case models (CMMN) would be bound by none of our rules. Forms show what
 * {@link #COMPONENTS} are and no page within the page: its script would run as the person who decides.
 */
class ModelFilesOnly implements Deployer {

    /** What form-js of Tasklist 7.24 renders out of plain words. */
    static final Set<String> COMPONENTS = Set.of("text", "radio", "select", "textarea", "textfield", "number", "checkbox");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) { // the others were checked when they came
            deployment.getResources().values().forEach(this::check);
        }
    }

    private void check(ResourceEntity resource) {
        String name = resource.getName();
        if (name.endsWith(".form")) {
            checkForm(name, resource.getBytes());
        } else if (!name.endsWith(".bpmn") && !name.endsWith(".dmn")) {
            throw new BadUserRequestException("%s: only diagrams (.bpmn), tables (.dmn) and forms (.form) can be deployed".formatted(name));
        }
    }

    private void checkForm(String name, byte[] content) {
        JsonNode form = read(name, content);
        if (!form.path("components").isArray()) {
            throw new BadUserRequestException("%s: a form has a list of components, as the Modeler writes it".formatted(name));
        }
        checkComponents(name, form);
        if (Markup.isIn(form)) {
            throw new BadUserRequestException("%s: %s".formatted(name, Markup.ADVICE));
        }
    }

    private static void checkComponents(String name, JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                throw new BadUserRequestException("%s: \"%s\" is not allowed in forms, only %s".formatted(name, type,
                        String.join(", ", COMPONENTS.stream().sorted().toList())));
            }
            checkComponents(name, component);
        }
    }

    private JsonNode read(String name, byte[] content) {
        try {
            return json.readTree(content);
        } catch (IOException e) {
            throw new BadUserRequestException("%s: this is no form as the Modeler writes it (JSON)".formatted(name), e);
        }
    }
}
