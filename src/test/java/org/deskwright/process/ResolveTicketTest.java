package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The routes of a ticket through the diagrams. */
@DeskTest
@Tag("path")
class ResolveTicketTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private AccessGroups groups;
    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void aConfidentResetIsDoneWithoutAPerson() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ada.lindqvist", "Password", "I forgot my password");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);

        desk.reply(number, "ada.lindqvist", "Here it is: " + desk.codeOnPhone(number));
        assertThat(desk.actions(number)).singleElement().satisfies(action -> {
            assertThat(action.type()).isEqualTo("send-reset-link");
            assertThat(action.target()).isEqualTo("ada.lindqvist");
            assertThat(action.state()).isEqualTo(ActionState.CONFIRMED);
        });
        assertThat(desk.ticket(number).autonomy()).isEqualTo("auto");

        events.publishEvent(new PasswordChosen(desk.actions(number).get(0).id(), "ada.lindqvist"));
        desk.runJobs();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        desk.confirm(number, "ada.lindqvist", true);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void wikiAccessIsGrantedWithoutAPerson() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("ben.okafor", "Wiki", "Please give me edit rights in the wiki");
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isTrue();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        desk.fireTimer(number, "timerEvent_threeDaysPassed");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.NO_ANSWER);
    }

    @Test
    void sensitiveAccessWaitsForSecurity() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Reports", "I need the finance reports");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.ticket(number).reasons()).contains("sensitive-access");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
        assertThat(groups.isMember("ben.okafor", "finance-reports")).isFalse();

        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(groups.isMember("ben.okafor", "finance-reports")).isTrue();
    }
}
