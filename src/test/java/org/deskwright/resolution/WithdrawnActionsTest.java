package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done for a request that its requester withdrew is taken back, whoever else has something to say on it. */
@BareDeskTest
class WithdrawnActionsTest {

    private final TakeBack takeBack;
    private final Revocations revocations;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;

    WithdrawnActionsTest(TakeBack takeBack, Revocations revocations, Actions actions, Paperwork paperwork, OutsideWorld world) {
        this.takeBack = takeBack;
        this.revocations = revocations;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    /** It was demanded by somebody else when its requester withdrew: what people answer to that is no answer to them. */
    @Test
    void whatIsLeftAsItIsWasWithdrawnAllTheSame() {
        Plan grant = granted();
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        paperwork.tickets().withdraw(grant.ticket(), "ben.okafor");
        takeBack.withdraw(grant.ticket());
        assertThat(takeBack.unneeded()).doesNotContain(grant.ticket());
        revocations.leave(grant.id(), "kwame.mensah");
        assertThat(takeBack.unneeded()).contains(grant.ticket());
        takeBack.withdraw(grant.ticket());
        assertThat(takeBack.unneeded()).doesNotContain(grant.ticket());
        revocations.leave(grant.id(), "kwame.mensah");
        assertThat(takeBack.unneeded()).as("a person has decided on the withdrawal itself").doesNotContain(grant.ticket());
    }

    @Test
    void whatWasDoneForAWithdrawnRequestIsTakenBack() {
        Plan grant = granted();
        paperwork.tickets().withdraw(grant.ticket(), "ben.okafor");
        assertThat(takeBack.unneeded()).contains(grant.ticket());
        takeBack.withdraw(grant.ticket());
        assertThat(actions.perform(paperwork.inverse(grant).id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.members).isEmpty();
    }

    private Plan granted() {
        world.members.clear();
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        actions.perform(plan.id());
        return plan;
    }
}
