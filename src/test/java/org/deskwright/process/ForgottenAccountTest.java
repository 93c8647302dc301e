package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.Erasures;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordSchema;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.resolution.Consequences.Part;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk's own incidents are nobody's request; but what is written on them is about whoever disowned a recovery, or asked for what failed. */
class ForgottenAccountTest extends TicketPaths {

    private static final String LOGIN = "farid.haddad";

    @Autowired
    private Erasures erasures;
    @Autowired
    private Reading reading;
    @Autowired
    private Incidents incidents;
    @Autowired
    private Plans plans;

    @Test
    void whoseAccountItWasIsForgottenWithTheIncident() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file(LOGIN, "Password", "I forgot my password");
        desk.reply(number, LOGIN, desk.codeOnPhone(number));
        UUID link = desk.actions(number).get(0).id();
        takeBack.demand(link.toString(), LOGIN, "This wasn't me");
        desk.runJobs();
        String incident = jdbc.sql("select number from ticket where about = ?").param(link.toString()).query(String.class).single();
        desk.decide(incident, "kwame.mensah", "done", Map.of("text", "The laptop was lost"));
        assertThat(told(incident)).contains("The laptop was lost");
        assertThat(told(number)).contains("wants it taken back, as the recovery of their own account that they did not ask for");
        assertThat(jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'REVOCATION'").param(number).query(String.class).single())
                .contains("\"own\":true").satisfies(new RecordSchema()::check);

        forget();
        assertThat(told(incident)).doesNotContain("The laptop was lost").contains("(erased on ");
        assertThat(told(number)).doesNotContain(LOGIN);
    }

    @Test
    void whomAnyIncidentIsAboutIsForgottenWithIt() {
        classifier.believe("access-request", 0.95);
        String number = desk.file(LOGIN, "Wiki", "Please give me edit rights in the wiki");
        Plan plan = plans.get(desk.actions(number).get(0).id());
        incidents.notTakenBack(new Revocation(UUID.randomUUID(), plan.id(), number, Revocation.Basis.DEMAND, LOGIN, "Not needed", Instant.now(), null), plan);
        incidents.notFollowedUp(Part.WATCHING, plan);
        incidents.withdrawalUnheard(number);
        incidents.answerUnheard(number, UUID.randomUUID());
        incidents.notRead(number, UUID.randomUUID());
        incidents.notBegun(number);
        List<String> opened = opened(number);
        assertThat(opened).hasSize(6);
        incidents.notBegun(opened.get(0));
        opened.addAll(opened(opened.get(0)));
        desk.runJobs();
        opened.forEach(incident -> desk.decide(incident, "kwame.mensah", "decline", Map.of("text", "They were on sick leave")));
        assertThat(opened).hasSize(7).allSatisfy(incident -> assertThat(told(incident)).contains("They were on sick leave"));

        forget();
        assertThat(opened).allSatisfy(incident -> assertThat(told(incident)).doesNotContain("They were on sick leave").contains("(erased on "));
    }

    private List<String> opened(String about) {
        return jdbc.sql("select number from ticket where subject like ? order by number").param("%: " + about).query(String.class).list();
    }

    private void forget() {
        if (erasures.forget(LOGIN, "first.officer", "They left") == Erasures.Outcome.AWAITS_SECOND_WORD) { // for what others had them decide here
            erasures.forget(LOGIN, "second.officer", "They left");
        }
    }

    private String told(String number) {
        return reading.story(number).stream().map(ReadEntry::words).toList().toString();
    }
}
