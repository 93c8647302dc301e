package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Diagrams that name an access of their own in the place of what was asked for, or of what was granted. */
class UnaskedGrantTest extends TicketPaths {

    private String deployment;

    @AfterEach
    void theDiagramIsAsItWas() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void whatOnlyADiagramNamesIsForAPersonToGrant() throws IOException {
        deploy("grant-access", "planGrant", "wiki-editors");
        classifier.believe("access-request", 0.99);
        String approved = desk.file("ben.okafor", "CRM", "Please give me access to the CRM");
        assertThat(desk.ticket(approved).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.ticket(approved).reasons()).containsExactly("not-asked-for", "mandatory-review");
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isFalse();
        desk.decide(approved, "judit.nagy", "approve", Map.of());
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).as("a person decided so").isTrue();

        String changed = desk.file("farid.haddad", "CRM", "Please give me access to the CRM");
        desk.decide(changed, "judit.nagy", "approve", Map.of("newEntitlement", "crm-users"));
        assertThat(desk.ticket(changed).reasons()).containsExactly("owner-approval", "mandatory-review");
        desk.decide(changed, "judit.nagy", "approve", Map.of());
        assertThat(groups.isMember("farid.haddad", "crm-users")).isTrue();
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isFalse();
    }

    @Test
    void whatIsToldIsWhatTheLedgerSays() throws IOException {
        deploy("confirm-resolution", "reportResolution", "domain-admins");
        classifier.believe("access-request", 0.99);
        String number = desk.file("pia.weber", "Wiki", "wiki please");
        assertThat(desk.story(number)).anyMatch(line -> line.contains("You now have the access \"wiki-editors\"."))
                .noneMatch(line -> line.contains("domain-admins"));
    }

    /** Deploys the process with a constant that this step reads before anything that was established. */
    private void deploy(String process, String step, String entitlement) throws IOException {
        String file = "processes/%s.bpmn".formatted(process);
        String drawn = Files.readString(Path.of(file));
        String redrawn = drawn.replaceFirst("(?s)(camunda:delegateExpression=\"\\$\\{%s}\"[^>]*>)\\s*(?:<bpmn:extensionElements>(.*?)</bpmn:extensionElements>)?"
                .formatted(step), "$1<bpmn:extensionElements>$2<camunda:inputOutput>"
                + "<camunda:inputParameter name=\"entitlement\">%s</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>".formatted(entitlement));
        assertThat(redrawn).isNotEqualTo(drawn);
        deployment = repository.createDeployment().addString(file, redrawn).deploy().getId();
    }
}
