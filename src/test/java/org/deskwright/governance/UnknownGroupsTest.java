package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.Config;
import org.deskwright.ExamplePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A group that is configured under a name that the directory does not know keeps the desk from doing anything alone: that is said. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownGroupsTest {

    private final ExamplePeople people = new ExamplePeople();
    private final UnknownGroups groups = new UnknownGroups(people, Config.STANDING, Config.TAXONOMY);

    @Test
    void aGroupThatTheDirectoryDoesNotHaveIsNamed(CapturedOutput log) {
        people.hide("risk-owners");
        people.hide("of-no-interest");
        groups.report();
        assertThat(log.getOut()).contains("The directory does not show the groups [risk-owners],");
    }

    @Test
    void aDirectoryThatIsAwayStopsNobody(CapturedOutput log) {
        people.unavailable(true);
        groups.report();
        assertThat(log.getOut()).contains("is not known, it does not answer");
    }
}
