package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.Erasures;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordSchema;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The incident of a recovery that was disowned is nobody's request; but what is written on it is about whoever disowned it. */
class ForgottenAccountTest extends TicketPaths {

    private static final String LOGIN = "farid.haddad";

    @Autowired
    private Erasures erasures;
    @Autowired
    private Reading reading;

    @Test
    void whoseAccountItWasIsForgottenWithTheIncident() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file(LOGIN, "Password", "I forgot my password");
        desk.reply(number, LOGIN, desk.codeOnPhone(number));
        UUID link = desk.actions(number).get(0).id();
        takeBack.demand(link.toString(), LOGIN, "This wasn't me");
        desk.runJobs();
        String incident = jdbc.sql("select number from ticket where disowned_action = ?").param(link).query(String.class).single();
        desk.decide(incident, "kwame.mensah", "done", Map.of("text", "The laptop was lost"));
        assertThat(told(incident)).contains("The laptop was lost");
        assertThat(told(number)).contains("wants it taken back, as the recovery of their own account that they did not ask for");
        assertThat(jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'REVOCATION'").param(number).query(String.class).single())
                .contains("\"own\":true").satisfies(new RecordSchema()::check);

        if (erasures.forget(LOGIN, "first.officer", "They left") == Erasures.Outcome.AWAITS_SECOND_WORD) { // for what others had them decide here
            erasures.forget(LOGIN, "second.officer", "They left");
        }
        assertThat(told(incident)).doesNotContain("The laptop was lost").contains("(erased on ");
        assertThat(told(number)).doesNotContain(LOGIN);
    }

    private String told(String number) {
        return reading.story(number).stream().map(ReadEntry::words).toList().toString();
    }
}
