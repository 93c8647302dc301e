package org.deskwright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.Paperwork;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.governance.Fact;
import org.deskwright.governance.Plan;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a task asks when segregation of duties leaves few, and what the database itself does not let through. */
@BareDeskTest
class ReviewersTest {

    private final Reviewers reviewers;
    private final Paperwork paperwork;
    private final ExamplePeople people;
    private final Timeline timeline;
    private final Reading reading;
    private final JdbcClient jdbc;

    ReviewersTest(Reviewers reviewers, Paperwork paperwork, ExamplePeople people, Timeline timeline, Reading reading, JdbcClient jdbc) {
        this.timeline = timeline;
        this.reading = reading;
        this.reviewers = reviewers;
        this.paperwork = paperwork;
        this.people = people;
        this.jdbc = jdbc;
    }

    @AfterEach
    void everybodyIsBack() {
        people.unavailable(false);
        people.add("judit.nagy", "Judit Nagy", true, "staff", "iam-specialists");
        people.add("kwame.mensah", "Kwame Mensah", true, "staff", "security");
        people.add("eva.rossi", "Eva Rossi", true, "staff", "executives");
    }

    @Test
    void theQueuesOwnPeopleAreAskedFirst() {
        assertThat(reviewers.groupFor(about(paperwork.ticket("ben.okafor").number()))).isEqualTo("iam-specialists");
    }

    @Test
    void whereTheyMayNotSecurityIsAskedAndThenTheLastGroup() {
        String number = paperwork.ticket("judit.nagy").number();
        assertThat(reviewers.groupFor(about(number))).isEqualTo("security");
        people.add("kwame.mensah", "Kwame Mensah", false, "staff", "security");
        assertThat(reviewers.groupFor(about(number))).as("a disabled account decides nothing").isEqualTo("executives");
        people.add("eva.rossi", "Eva Rossi", false, "staff", "executives");
        assertThat(reviewers.groupFor(about(number))).as("it waits for a member there").isEqualTo("executives");
    }

    @Test
    void whileTheDirectoryIsSilentTheQueuesGroupIsAsked() {
        String number = paperwork.ticket("judit.nagy").number();
        people.unavailable(true);
        assertThat(reviewers.groupFor(about(number))).isEqualTo("iam-specialists");
    }

    /** That nobody is left is said where nobody is, and not where somebody would rather have others asked. */
    @Test
    void whoIsAskedInTheOthersPlaceIsSaidWithTheReason() {
        String number = paperwork.ticket("ben.okafor").number();
        assertThat(reviewers.ask(UUID.randomUUID().toString(), about(number), null)).isEqualTo("iam-specialists");
        String own = paperwork.ticket("judit.nagy").number();
        assertThat(reviewers.ask(UUID.randomUUID().toString(), about(own), null)).isEqualTo("security");
        assertThat(said(number)).isEmpty();
        assertThat(said(own)).containsExactly("Nobody left in the group iam-specialists may decide on this: the group security is asked");
    }

    private List<String> said(String number) {
        return jdbc.sql("select what from timeline where ticket_number = ? and what like 'Nobody left%'").param(number).query(String.class).list();
    }

    @Test
    void whatStoodInTheConversationWhenTheyWereAskedCanBeHeldAgainstItLater() {
        String number = paperwork.ticket("ben.okafor").number();
        timeline.tell(number, "Only for reading", "ben.okafor");
        reviewers.ask(UUID.randomUUID().toString(), about(number), null);
        timeline.tell(number, "Thank you", "ben.okafor");
        assertThat(reading.story(number)).filteredOn(entry -> entry.kind().equals("ASKED")).allMatch(entry -> entry.remarks().isEmpty()).hasSize(1);
        jdbc.sql("update timeline set what = 'For writing' where ticket_number = ? and what = 'Only for reading'").param(number).update();
        assertThat(reading.story(number)).filteredOn(entry -> entry.kind().equals("ASKED")).flatExtracting(ReadEntry::remarks)
                .containsExactly("The conversation is not the one that stood there then.");
    }

    @Test
    void anActionTheGateWasNeverAskedAboutIsPutToNobody() {
        Plan plan = paperwork.grant("ben.okafor");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> reviewers.groupFor(new Question(plan.ticket(), "userTask_reviewAction", plan.id(), true)));
        assertThatExceptionOfType(NotTheirsToDecide.class).isThrownBy(() -> reviewers.asked("nobody's"));
    }

    /** Whoever gets past the service, with a right to write to the table: requester ben, beneficiary ada. */
    @ParameterizedTest
    @ValueSource(strings = {"ben.okafor", "ada.lindqvist"})
    void theDatabaseKeepsPeopleFromDecidingForThemselves(String decidedBy) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> insert(asked(), decidedBy));
    }

    @Test
    void theDatabaseKeepsPeopleFromApprovingTwice() {
        UUID decision = asked();
        insert(decision, "judit.nagy");
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> insert(decision, "judit.nagy"));
        insert(decision, "hana.sato");
    }

    private static Question about(String number) {
        return new Question(number, "userTask_x", null, false);
    }

    private UUID asked() {
        return paperwork.ask(paperwork.grant("ben.okafor"), Map.of(Fact.SENDER_AUTHENTICATED, "no")).id();
    }

    private void insert(UUID decision, String decidedBy) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into verdict (id, ticket_number, task_id, task, decision_id, outcome, decided_by, requester, beneficiary, decided_at)
                select ?, ticket_number, ?, 'userTask_reviewAction', id, 'approve', ?, 'ben.okafor', 'ada.lindqvist', current_timestamp
                from gate_decision where id = ?""")
                .params(id, id.toString(), decidedBy, decision).update();
    }
}
