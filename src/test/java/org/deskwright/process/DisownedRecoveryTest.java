package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.correspondence.Conversation;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.intake.Intake;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every recovery is told on all channels, and whoever did not ask for it can stop it. */
class DisownedRecoveryTest extends TicketPaths {

    @Autowired
    private IdentityProvider identityProvider;
    @Autowired
    private Conversation conversation;
    @Autowired
    private Intake intake;

    @Test
    void itIsToldOnAllRegisteredChannelsAndToTheManagerOnce() {
        String number = reset("ada.lindqvist");
        followUp.run();
        followUp.run();
        assertThat(notices(number)).containsExactlyInAnyOrder("mail ada.lindqvist@example.org", "mail ada.lindqvist@home.example",
                "text +4915550000001", "mail grace.kim@example.org");
        assertThat(desk.story(number)).anyMatch(line -> line.equals("We told you about the recovery on all your registered channels, and your manager."));
        assertThat(jdbc.sql("select count(*) from message where ticket_number = ? and body like '%/not-me?token=%' and not secret").param(number)
                .query(Integer.class).single()).as("links that are kept").isZero();
    }

    @Test
    void whoeverDisownsItGetsTheLinkWithdrawnAndSecurityAnUrgentTicket() {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        assertThat(identityProvider.isResetLinkOpen(link)).isTrue();
        takeBack.demand(link.toString(), "ben.okafor", "This wasn't me");
        takeBack.demand(link.toString(), "ben.okafor", "Really not");
        desk.runJobs();
        assertThat(identityProvider.isResetLinkOpen(link)).isFalse();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);

        Ticket incident = desk.ticket(incident(link));
        assertThat(incident.category()).isEqualTo("security-incident");
        assertThat(incident.priority()).isEqualTo(1);
        assertThat(incident.queue()).isEqualTo("security");
        assertThat(incident.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(incident.body()).contains("the account ben.okafor");
        assertThat(desk.candidateGroups(desk.task(incident.number()))).containsExactly("security");
    }

    /** Whoever has taken over the account would else read that it was noticed, and end it; also if it is one of security's. */
    @Test
    void theIncidentIsNotTheirsWhoseAccountItIsAbout() {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        jdbc.sql("update action_plan set target = 'kwame.mensah' where id = ?").param(link).update();
        takeBack.demand(link.toString(), "kwame.mensah", "This wasn't me");
        desk.runJobs();
        Ticket incident = desk.ticket(incident(link));
        assertThat(incident.isOf("kwame.mensah")).isFalse();
        assertThat(desk.mails(incident.number())).isEmpty();
        assertThatThrownBy(() -> desk.decideAnyway(incident.number(), "kwame.mensah", "done", Map.of("text", "It was me after all")))
                .hasMessageContaining("is about your own account");
    }

    @Test
    void aWordAfterTheEndOfTheIncidentOpensAnotherAndAlertsAgain() {
        aWordAfterTheEndOpensAnother("decline", true);
    }

    @Test
    void aWordAfterPeopleWereDoneWithTheIncidentOpensAnotherToo() {
        aWordAfterTheEndOpensAnother("done", false);
    }

    private void aWordAfterTheEndOpensAnother(String end, boolean closed) {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        followUp.run();
        takeBack.demand(link.toString(), "ben.okafor", "This wasn't me"); // by whoever has the account
        desk.reply(number, "ben.okafor", "This wasn't me");
        desk.runJobs();
        String first = incident(link);
        desk.decide(first, "kwame.mensah", end, Map.of("text", "It was seen to"));
        assertThat(desk.ticket(first).isClosed()).isEqualTo(closed);

        desk.reply(number, "ben.okafor", "This wasn't me!");
        desk.reply(number, "ben.okafor", "This was not me, really");
        assertThat(incidents(link)).hasSize(2).contains(first);
        String second = incidents(link).stream().filter(each -> !each.equals(first)).findFirst().orElseThrow();
        assertThat(desk.candidateGroups(desk.task(second))).containsExactly("security");
        assertThat(jdbc.sql("select count(*) from message where body like ? and address = 'kwame.mensah@example.org'").param("%" + second + "%")
                .query(Integer.class).single()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsDisownedThoughNobodyWaitsForTheAnswerInWhichItIs(boolean resolved) {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        followUp.run();
        if (resolved) {
            choosePassword(number, "ben.okafor");
            jdbc.sql("update ticket set solved = true, answered_at = current_timestamp where number = ?").param(number).update(); // heard already
        }
        List<String> story = desk.story(number);
        assertThatThrownBy(() -> intake.confirm(number, false, "That wasn't me", "ben.okafor")).isInstanceOf(NotAwaited.class);
        desk.runJobs();
        assertThat(desk.candidateGroups(desk.task(incident(link)))).containsExactly("security");
        assertThat(desk.story(number)).as("of the answer nothing is kept").startsWith(story.toArray(String[]::new)).noneMatch(line -> line.contains("That wasn't me"));
        assertThat(jdbc.sql("select count(*) from record.entry where ticket_number = ? and kind = 'CONFIRMATION'").param(number).query(Integer.class).single()).isZero();
    }

    @Test
    void anAnswerThatDisownsItDoesTheSameAndTheMailWithTheLinkIsOneToAnswer() {
        String number = reset("farid.haddad");
        UUID link = desk.actions(number).get(0).id();
        followUp.run();
        assertThat(conversation.ticketOf(List.of(identityProvider.resetMail(link).orElseThrow()))).contains(number);
        assertThat(jdbc.sql("select in_reply_to from message where ticket_number = ? and address = 'farid.haddad@home.example' and state = 'queued'")
                .param(number).query(String.class).list()).as("the notice is in its thread").containsExactly(identityProvider.resetMail(link).orElseThrow());
        desk.reply(number, "farid.haddad", "This was not me! I did not ask for this.");
        assertThat(identityProvider.isResetLinkOpen(link)).isFalse();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
        assertThat(desk.ticket(incident(link)).priority()).isEqualTo(1);
    }

    @Test
    void whoeverWithdrawsARequestHasItsLinkDieAndNobodyIsAlarmed() {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        desk.withdraw(number, "ben.okafor");
        assertThat(identityProvider.isResetLinkOpen(link)).isFalse();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
        assertThat(desk.story(number)).anyMatch(line -> line.contains("The request was withdrawn"))
                .anyMatch(line -> line.contains("Taken back, as it is not needed any more"));
        assertThat(jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'REVOCATION'").param(number).query(String.class).single())
                .contains("\"basis\":\"WITHDRAWAL\"", "\"own\":false");
        assertThat(incidents(link)).isEmpty();
    }

    /** Who withdraws has nothing against it; who disowns has, even where it was withdrawn before. */
    @Test
    void afterADisownedResetAPersonDecidesOnTheNextAndAfterAWithdrawnOneNobodyHasTo() {
        String withdrawn = reset("ben.okafor");
        UUID link = desk.actions(withdrawn).get(0).id();
        desk.withdraw(withdrawn, "ben.okafor");
        jdbc.sql("delete from permit").update(); // one a day is its own reason
        reset("ben.okafor");
        takeBack.demand(link.toString(), "ben.okafor", "This wasn't me");
        jdbc.sql("delete from permit").update();

        String next = desk.file("ben.okafor", "Password", "I forgot my password");
        desk.reply(next, "ben.okafor", desk.codeOnPhone(next));
        assertThat(desk.ticket(next).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.ticket(next).reasons()).containsExactly("taken-back-before", "mandatory-review");
    }

    /** The link was on its way: the ledger hears of it after the ticket is closed. */
    @Test
    void aLinkThatLeavesAsTheRequestIsWithdrawnDiesToo() {
        String number = reset("ada.lindqvist");
        UUID link = desk.actions(number).get(0).id();
        jdbc.sql("update ticket set status = 'closed', closure_code = 'withdrawn', withdrawn_by = requester, closed_at = current_timestamp where number = ?").param(number).update();
        followUp.run();
        desk.runJobs();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
    }

    @Test
    void aLinkThatWasUsedNeedsNobodyWhenTheRequestIsWithdrawn() {
        String number = reset("farid.haddad");
        UUID link = desk.actions(number).get(0).id();
        jdbc.sql("update password_link set used_at = issued_at where action_id = ?").param(link).update();
        desk.withdraw(number, "farid.haddad");
        assertThat(state(number, link)).isEqualTo(ActionState.CONFIRMED);
        assertThat(desk.isRunning(number)).isFalse();
    }

    /** The desk knows no other password: people have to see to it. */
    @Test
    void aPasswordThatWasChosenAlreadyStaysAndAPersonTakesOver() {
        String number = reset("farid.haddad");
        UUID link = desk.actions(number).get(0).id();
        jdbc.sql("update password_link set used_at = issued_at where action_id = ?").param(link).update();
        choosePassword(number, "farid.haddad");
        desk.confirm(number, "farid.haddad", true);
        takeBack.demand(link.toString(), "farid.haddad", "This wasn't me");
        desk.runJobs();
        assertThat(state(number, link)).isEqualTo(ActionState.CONFIRMED);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
        assertThat(desk.actions(number).get(1).evidence()).contains("stays");
        assertThat(desk.task(incident(link))).isNotNull();
    }

    @Test
    void channelsThatWereChangedJustNowProveNothing() {
        try {
            jdbc.sql("update hr.employee set contact_changed_at = current_timestamp where login = 'chloe.martin'").update();
            classifier.believe("password-reset", 0.97);
            String number = desk.file("chloe.martin", "Password", "I forgot my password");
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
            assertThat(desk.actions(number)).isEmpty();
        } finally {
            jdbc.sql("update hr.employee set contact_changed_at = cast(joined_on as timestamp with time zone) where login = 'chloe.martin'").update();
        }
    }

    private String reset(String login) {
        classifier.believe("password-reset", 0.97);
        String number = desk.file(login, "Password", "I forgot my password");
        desk.reply(number, login, desk.codeOnPhone(number));
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
        return number;
    }

    private List<String> notices(String number) {
        return jdbc.sql("select channel || ' ' || address from message where ticket_number = ? and body like '%/not-me?token=%'").param(number)
                .query(String.class).list();
    }

    private String incident(UUID link) {
        return incidents(link).get(0);
    }

    private List<String> incidents(UUID link) {
        return jdbc.sql("select number from ticket where about = ? order by received_at").param(link.toString()).query(String.class).list();
    }
}
