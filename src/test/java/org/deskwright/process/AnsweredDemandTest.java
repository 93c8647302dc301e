package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.deskwright.Visitor;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.Test;

/** What a person answered, or the desk did, is not done again, and what was left as it is can be demanded anew. */
class AnsweredDemandTest extends DemandedBack {

    @Test
    void whatStandsStillAsksAPersonAndWhoeverLeavesItIsNotAskedAgain() {
        suspending(() -> {
            demand();
            passes(A_MOMENT);
            passes(A_WHILE);
            assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "It was right after all"));
            passes(A_WHILE);
            assertThat(desk.task(number)).isNull();
        });
        desk.runJobs();
    }

    /** What stood still goes on after a person has done it: it finds nothing to do. */
    @Test
    void whatPeopleSettledTheDeskDoesNotDoAgain() {
        suspending(() -> {
            demand();
            passes(A_MOMENT);
            runtime.startProcessInstanceByKey("revoke-action", number, Map.of("revokedActionId", grant.toString()));
            removeByHand();
            desk.decideOnly(number, "judit.nagy", "done", Map.of("text", "Removed in the console"));
        });
        desk.runJobs();
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(desk.actions(number)).as("nothing was planned").singleElement().extracting("state").isEqualTo(ActionState.REVOKED);
        assertThat(desk.story(number)).contains("Ended the process \"revoke-action\": A person has decided on it");
    }

    /** Two processes for one demand, as whoever may start processes can bring about: the one that comes late has nothing to do. */
    @Test
    void whatTheDeskTookBackNobodyIsAskedToSettle() {
        demand();
        desk.runJobs();
        runtime.startProcessInstanceByKey("revoke-action", number, Map.of("revokedActionId", grant.toString()));
        desk.runJobs();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
        followUp.run();
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(desk.actions(number)).hasSize(2);
        assertThat(desk.story(number)).contains("Ended the process \"revoke-action\": It was taken back");
        assertThat(desk.mails(number)).filteredOn(text -> text.contains("took back what you had received")).hasSize(1);
    }

    /** What was answered once is no answer to somebody else, nor to the end of the grant. */
    @Test
    void whatWasLeftAsItIsIsDemandedAnewByAnotherPersonAndByItsEnd() {
        suspending(() -> {
            demand();
            passes(A_MOMENT);
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "It was right after all"));
        });
        desk.runJobs();
        assertThat(desk.isRunning(number)).as("what stood still was ended").isFalse();
        assertThat(record("REVOCATION")).isOne();
        suspending(() -> {
            assertThat(demand("kwame.mensah")).isEqualTo("under-way");
            assertThat(demand("kwame.mensah")).isEqualTo("under-way");
            assertThat(record("REVOCATION")).isEqualTo(2);
            passes(A_MOMENT);
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "Still right"));
        });
        desk.runJobs();
        itsTimeIsOver();
        assertTakenBack();
        assertThat(record("REVOCATION")).isEqualTo(3);
    }

    /** Judit had the end before her when kwame demanded it: what she would have answered to that is none to him. */
    @Test
    void whatIsDemandedWhilePeopleHaveItIsAskedOfThemAnew() {
        suspending(() -> {
            itsTimeIsOver();
            passes(A_MOMENT);
            String asked = desk.task(number).getId();
            assertThat(demand("kwame.mensah")).isEqualTo("with-people");
            assertThat(desk.task(number).getId()).isNotEqualTo(asked);
            assertThat(basis()).isEqualTo("DEMAND");
            assertThat(record("REVOCATION")).isEqualTo(2);
            assertThat(desk.story(number)).contains("To be taken back: Add to a group. Reason: Its time is over", "To be taken back: Add to a group. Reason: Wrong person");
            desk.decideOnly(number, "judit.nagy", "decline", Map.of("text", "Both are mistaken"));
        });
        desk.runJobs();
        itsTimeIsOver();
        assertThat(desk.isRunning(number)).as("both are answered").isFalse();
    }

    /** Whoever leaves it at its end has decided on the end; that can be seen, and others can still have it taken back. */
    @Test
    void anEndThatAPersonDeclinedIsNotAskedForAgainAndHoldsNobodyOff() {
        suspending(() -> {
            itsTimeIsOver();
            passes(A_MOMENT);
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "They stay another month"));
        });
        desk.runJobs();
        itsTimeIsOver();
        assertThat(record("REVOCATION")).isOne();
        assertThat(Visitor.signedIn(base, "kwame.mensah").get("/tickets/" + number).body()).contains("Left as it is by judit.nagy", "Its time is over", "Take it back");
        demand("kwame.mensah");
        assertTakenBack();
    }
}
