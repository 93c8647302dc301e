package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.deskwright.StubModel;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing the table changes the next ticket, at each of the steps that read it; the record says who did it. */
class ReadersOfTheTableTest extends ModelAsked {

    private static final String BY = "\"by\":\"%s\",\"model\":null,\"prompt\":null,\"step\":\"%s\",\"sure\":%s";

    @BeforeEach
    void theTrainedOneIsSure() {
        rows.shipped();
        trained.believe("access-request", 0.99);
        MODEL.says("{\"sentiment\":\"negative\",\"frustrated\":true,\"urgency\":\"critical\",\"confidence\":1}");
    }

    @Test
    void asShippedTheDesksOwnReaderDoesBoth() {
        assertThat(performers("ben.okafor", "Please give me edit rights in the wiki."))
                .contains(BY.formatted("trained", "classify", true), BY.formatted("rules", "extract-slots", true), BY.formatted("rules", "judge-sentiment", true));
        assertThat(MODEL.asked()).isEmpty();
    }

    @Test
    void whoeverComesAfterRulesHasTheirTurnWhereTheseKnowNoWord() {
        rows.deploy("rule_readText", "rules", "model", "person", StubModel.NAME);
        performers("ben.okafor", "Please give me edit rights in the wiki.");
        assertThat(MODEL.asked()).isEmpty();
        assertThat(performers("ada.lindqvist", "Пожалуйста, дайте мне доступ к вики. Спасибо большое за помощь.")).contains("\"by\":\"model\"");
        assertThat(MODEL.asked()).isNotEmpty();
    }

    @Test
    void aModelThatIsOffIsOnRecord() {
        rows.deploy("rule_readText", "model", "rules", "person", "anthropic");
        assertThat(performers("ben.okafor", "Please give me edit rights in the wiki.")).contains(BY.formatted("rules", "judge-sentiment", true), "is off in config/models.yaml");
    }

    @Test
    void whatIsLeftToPeopleIsReadByOne() {
        rows.deploy("rule_readText", "person", "person", "person", "none");
        Ticket ticket = filed("chloe.martin", "Please give me edit rights in the wiki. It is URGENT, I need it now!");
        assertThat(ticket.impression().leftToPeople()).isTrue();
        assertThat(ticket.impression().urgency()).as("nobody judged it").isEqualTo("medium");
        assertThat(ticket.status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(ticket.reasons()).contains("left-to-people");
    }

    @Test
    void soIsWhatNobodyOfTheTableCouldRead() {
        rows.deploy("rule_readText", "model", "person", "person", "anthropic");
        assertThat(filed("chloe.martin", "Please give me edit rights in the wiki.").reasons()).contains("left-to-people");
    }

    @Test
    void whatItIsAboutAPersonSaysWhereTheTableWantsOne() {
        rows.deploy("rule_classify", "person", "person", "person", "none");
        Ticket ticket = filed("chloe.martin", "Please give me edit rights in the wiki.");
        assertThat(desk.task(ticket.number()).getTaskDefinitionKey()).isEqualTo("userTask_reviewClassification");
        assertThat(ticket.reasons()).containsExactly("category-left-to-people");
        assertThat(recorded(ticket.number(), "CLASSIFICATION")).singleElement().asString().contains(BY.formatted("person", "classify", false));
    }

    private String performers(String login, String body) {
        return recorded(filed(login, body).number(), "CLASSIFICATION").get(0);
    }

    private Ticket filed(String login, String body) {
        String number = desk.file(login, "Please", body);
        await(() -> {
            desk.runJobs();
            return rowsOf("inquiry") == 0 && desk.ticket(number).category() != null && (desk.task(number) != null
                    || List.of(TicketStatus.RESOLVED, TicketStatus.AWAITING_REQUESTER).contains(desk.ticket(number).status()));
        });
        return desk.ticket(number);
    }
}
