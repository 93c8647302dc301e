package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.deskwright.StubModel;
import org.deskwright.audit.Reading;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that breaks the form of its answer: somebody else does its work, and the desk does nothing alone, however sure they are. */
class BrokenAnswersTest extends ModelAsked {

    private static final String WIKI = "Please give me edit rights in the wiki.";
    private static final String TWICE = "{\"category\":\"printing\"," + answer("access-request").substring(1);

    @Autowired
    private Reading reading;

    @Test
    void theDeskDoesNotActHoweverSureTheNextOneIs() {
        rows.deploy("rule_classify", "model", "trained", "person", StubModel.NAME);
        trained.believe("access-request", 0.99);
        MODEL.says(TWICE);
        assertHeld(filed("ben.okafor"));
    }

    /** Those who look for other people, or judge the tone, have read the same words. */
    @Test
    void norWhereItBrokeAtAnotherStep() {
        trained.believe("access-request", 0.99);
        for (String step : List.of("frustrated", "amounts")) {
            rows.deploy("rule_readText", "model", "rules", "person", StubModel.NAME);
            MODEL.says(request -> request.toString().contains(step) ? "{}" : sound(request));
            assertHeld(filed("ben.okafor"));
        }
    }

    @Test
    void whatIsReadAgainTakesItNotBack() {
        rows.deploy("rule_classify", "model", "trained", "person", StubModel.NAME);
        trained.believe("access-request", 0.99);
        MODEL.says("{}");
        String number = desk.file("farid.haddad", "Access", "I need access to the thing we talked about.");
        await(() -> {
            desk.runJobs();
            return desk.ticket(number).status() == TicketStatus.AWAITING_REQUESTER;
        });
        desk.reply(number, "farid.haddad", "The wiki.");
        assertHeld(desk.ticket(number));
    }

    @Test
    void aSoundAnswerHoldsNothingUp() {
        rows.deploy("rule_classify", "model", "trained", "person", StubModel.NAME);
        rows.deploy("rule_readText", "model", "rules", "person", StubModel.NAME);
        trained.believe("access-request", 0.99);
        MODEL.says(BrokenAnswersTest::sound);
        assertThat(filed("ada.lindqvist").reasons()).doesNotContain("broken-answer"); // what others did with the account may hold it up
    }

    /** As if nobody had been asked. */
    @Test
    void oneThatSaysNothingHoldsNothingUp() {
        rows.deploy("rule_classify", "model", "trained", "person", "anthropic");
        trained.believe("access-request", 0.99);
        assertThat(filed("pia.weber").reasons()).doesNotContain("broken-answer"); // what others did with the account may hold it up
    }

    private void assertHeld(Ticket ticket) {
        assertThat(ticket.status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(ticket.reasons()).contains("broken-answer");
        assertThat(desk.actions(ticket.number())).allMatch(action -> action.state() == ActionState.PLANNED);
        assertThat(reading.story(ticket.number())).anySatisfy(entry -> assertThat(entry.words()).contains("A language model's answer about them broke its form."));
    }

    private static String sound(JsonNode request) {
        String told = request.toString();
        return told.contains("secondCategory") ? answer("access-request")
                : told.contains("amounts") ? "{\"applications\":[],\"groups\":[],\"assets\":[],\"dates\":[],\"amounts\":[],\"people\":[],\"confidence\":1}"
                : "{\"sentiment\":\"neutral\",\"frustrated\":false,\"urgency\":\"medium\",\"confidence\":1}";
    }

    private Ticket filed(String login) {
        String number = desk.file(login, "Please", WIKI);
        await(() -> {
            desk.runJobs();
            return List.of(TicketStatus.IN_REVIEW, TicketStatus.RESOLVED, TicketStatus.ESCALATED).contains(desk.ticket(number).status());
        });
        return desk.ticket(number);
    }
}
