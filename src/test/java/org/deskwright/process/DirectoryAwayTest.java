package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.intake.Intake;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.NotMe;
import org.deskwright.ticket.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever disowns a recovery is heard while nobody can ask the directory: that may be part of the attack. */
class DirectoryAwayTest extends KeptWords {

    private static final Pattern SECRET = Pattern.compile("/not-me\\?token=([\\w-]+)");

    @Autowired
    private NotMe notMe;
    @Autowired
    private Intake intake;
    @Autowired
    private Alerts alerts;
    @Autowired
    private LooseEnds looseEnds;

    enum Door { LINK, ANSWER, DEMAND }

    @ParameterizedTest
    @EnumSource
    void theIncidentIsOpenedAndPeopleHearOfItAsSoonAsItIsKnownWhoTheyAre(Door door) {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        followUp.run();
        String secret = secret(number);
        directoryIsAway();
        switch (door) {
            case LINK -> assertThat(notMe.say(secret)).isTrue();
            case ANSWER -> intake.reply(number, "This wasn't me", "ben.okafor", Channel.PORTAL);
            case DEMAND -> takeBack.demand(link.toString(), "ben.okafor", "This wasn't me");
        }
        String incident = jdbc.sql("select number from ticket where source_key = ?").param("disowned:" + link).query(String.class).single();
        assertThat(desk.ticket(incident).requester()).isNull();
        assertThat(jdbc.sql("select demanded_by from revocation where in_force = ?").param(link).query(String.class).list()).containsExactly("ben.okafor");
        alerts.run();
        assertThat(alerted(incident)).isEmpty();

        Mockito.reset(directory);
        alerts.run();
        alerts.run();
        assertThat(alerted(incident)).containsExactly("kwame.mensah@example.org");
        jdbc.sql("update revocation set looked_at = ? where action_id = ?").params(ago(A_MOMENT), link).update();
        looseEnds.run();
        passes(A_WHILE);
        assertThat(desk.candidateGroups(desk.task(incident))).containsExactly("security");
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
    }

    private void directoryIsAway() {
        DirectoryUnavailable away = new DirectoryUnavailable("away", null);
        doThrow(away).when(directory).byLogin(any());
        doThrow(away).when(directory).byMail(any());
        doThrow(away).when(directory).find(any(), anyInt());
        doThrow(away).when(directory).membersOf(any());
        doThrow(away).when(directory).groups();
        doThrow(away).when(directory).missing(any());
        doThrow(away).when(directory).groupsAbove(any());
        doThrow(away).when(directory).namedIn(any());
    }

    private String secret(String number) {
        Matcher found = SECRET.matcher(jdbc.sql("select body from message where ticket_number = ? and body like '%/not-me?token=%' fetch first row only")
                .param(number).query(String.class).single());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<String> alerted(String incident) {
        return jdbc.sql("select address from message where subject like ?").param(incident + ", priority 1: %").query(String.class).list();
    }
}
