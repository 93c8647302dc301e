package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.governance.Plan;
import org.deskwright.identity.TargetRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody took a membership away past the desk, and the desk gave it again. */
@BareDeskTest
class SeenToBeGoneTest {

    private static final String MEMBER = "ben.okafor/wiki-editors";

    private final TakeBack takeBack;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;

    SeenToBeGoneTest(TakeBack takeBack, Actions actions, Paperwork paperwork, OutsideWorld world) {
        this.takeBack = takeBack;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    /** Somebody took it from them in the directory: the ledger still had it as given. */
    @Test
    void whatWasSeenToBeGoneKeepsNothingAndWasNotThereBefore() {
        Plan first = granted();
        world.members.remove(MEMBER);
        Plan second = granted();
        demandAndPerform(second);
        assertThat(actions.entry(second.id()).isKept()).isFalse();
        assertThat(world.members).doesNotContain(MEMBER);
        world.members.add(MEMBER);
        Plan third = granted();
        demandAndPerform(third);
        assertThat(world.members).as("somebody else gave it since").contains(MEMBER);
        assertThat(actions.entry(first.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void whatSomebodyHadBeforeAndLostKeepsNothingEither() {
        world.members.add(MEMBER);
        Plan first = granted();
        world.members.remove(MEMBER);
        Plan second = granted();
        demandAndPerform(second);
        demandAndPerform(first);
        assertThat(world.members).doesNotContain(MEMBER);
        assertThat(actions.entry(first.id()).isKept()).isFalse();
    }

    /** The directory does not show the account for a while, and has it again with all its groups. */
    @Test
    void whatAGrantCouldNotFindNorGiveWasNotSeenToBeGone() {
        Plan first = granted();
        world.members.remove(MEMBER);
        world.before(() -> {
            throw new TargetRefused("This account is no longer in the directory.");
        });
        assertThat(actions.entry(granted().id()).state()).isEqualTo(ActionState.REFUSED);
        world.before(() -> { });
        world.members.add(MEMBER);
        demandAndPerform(granted());
        assertThat(world.members).as("the first one gives it").contains(MEMBER);
        demandAndPerform(first);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    private void demandAndPerform(Plan grant) {
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        actions.perform(paperwork.inverse(grant).id());
    }

    private Plan granted() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        actions.perform(plan.id());
        return plan;
    }
}
