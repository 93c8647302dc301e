package org.deskwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.intake.Enclosure;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Channel;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That nothing is found where words do not stay says something only because they are found where they do. */
@DeskTest
@Tag("path")
class ContentInDeskTest {

    @Autowired
    private Desk desk;
    @Autowired
    private Intake intake;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private Flyway flyway;

    @Test
    void whatPeopleWriteIsFoundInTheDatabaseButNotInTheEngine() {
        classifier.believe("software", 0.9);
        String number = intake.receive(new Request("Excel dwsubject", "It is slow dwbody", Channel.PORTAL, "test:" + UUID.randomUUID(), "ada.lindqvist",
                null, true, List.of(new Enclosure("dwname.txt", "text/plain", "Inside: dwfile".getBytes())))).number();
        desk.runJobs();
        desk.reply(number, "ada.lindqvist", "One thing more dwreply");
        desk.decide(number, "hana.sato", "done", Map.of("text", "Switched off dwresolution"));

        WholeDatabase database = new WholeDatabase(flyway);
        assertThat(List.of("dwsubject", "dwbody", "dwname", "dwfile", "dwreply", "dwresolution"))
                .allSatisfy(word -> assertThat(database.rowsWith(word)).isNotEmpty().noneMatch(row -> row.toLowerCase().matches("(?s).{0,30}\\bact_.*")));
    }
}
