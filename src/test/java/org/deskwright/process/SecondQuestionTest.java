package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.deskwright.correspondence.Clarification;
import org.deskwright.correspondence.Clarification.Outcome;
import org.deskwright.correspondence.Clarifications;
import org.deskwright.reading.FieldChange;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.triage.RequestReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where people do the work they have all they need when it reaches them: what is missing is asked for, one thing after the other. */
class SecondQuestionTest extends TicketPaths {

    @Autowired
    private Clarifications clarifications;
    @Autowired
    private RequestReader requests;

    @Test
    void whoeverAnsweredIsAskedForWhatIsMissingStill() {
        classifier.believe("employee-data-change", 0.9);
        String number = desk.file("farid.haddad", "My record", "Something in my record is wrong, please correct it.");
        desk.reply(number, "farid.haddad", "My address.");
        assertThat(clarifications.of(number)).extracting(Clarification::need).containsExactly("field", "value");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        assertThat(desk.task(number)).isNull();
        desk.reply(number, "farid.haddad", "Rosenweg 8, Leipzig");
        assertThat(outcomes(number)).containsExactly(Outcome.ANSWERED, Outcome.ANSWERED);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
        assertThat(requests.read(desk.ticket(number)).orElseThrow().slots().change()).contains(new FieldChange("address", Optional.of("Rosenweg 8, Leipzig")));
    }

    @Test
    void whoeverComesIsAskedForBeforeTheDay() {
        classifier.believe("joiner-leaver", 0.9);
        String number = desk.file("farid.haddad", "Joiner", "Somebody new joins us.");
        desk.reply(number, "farid.haddad", "Anna Berg");
        assertThat(clarifications.of(number)).extracting(Clarification::need).containsExactly("who", "day");
        desk.reply(number, "farid.haddad", "I want to talk to a person.");
        assertThat(outcomes(number)).containsExactly(Outcome.ANSWERED, Outcome.PERSON_WANTED);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
    }

    private List<Outcome> outcomes(String number) {
        return clarifications.of(number).stream().map(Clarification::outcome).toList();
    }
}
