package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows from a done action is drawn part by part, and people know of what cannot be drawn. */
class FollowUpTest extends KeptWords {

    @AfterEach
    void accessesEndAgain() {
        repository.activateProcessDefinitionByKey(FollowUp.EXPIRY, true, null);
        tried("looked_at");
        followUp.run();
    }

    @Test
    void whatCannotBeWatchedIsTriedAgainAndPeopleHearOfItOnce() {
        repository.suspendProcessDefinitionByKey(FollowUp.EXPIRY);
        classifier.believe("access-request", 0.95);
        String number = desk.file("pia.weber", "Wiki", "Please give me edit rights in the wiki");
        UUID grant = desk.actions(number).get(0).id();
        followUp.run();
        assertThat(drawn("followed_up_at", grant)).isTrue();
        assertThat(drawn("watched_at", grant)).isFalse();
        assertThat(incidents(grant)).isZero();
        tried("looked_at", "failing_since");
        followUp.run();
        tried("looked_at");
        followUp.run();
        assertThat(incidents(grant)).isOne();

        repository.activateProcessDefinitionByKey(FollowUp.EXPIRY, true, null);
        tried("looked_at");
        followUp.run();
        assertThat(drawn("watched_at", grant)).isTrue();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(FollowUp.EXPIRY).processInstanceBusinessKey(number).count()).isOne();
        desk.runJobs();
        String incident = jdbc.sql("select number from ticket where source_key = ?").param(key(grant)).query(String.class).single();
        desk.decide(incident, "kwame.mensah", "decline", Map.of("text", "It begins again"));
        takeBack.demand(grant.toString(), "kwame.mensah", "Not needed");
        desk.runJobs();
    }

    /** Long ago. */
    private void tried(String... columns) {
        for (String column : columns) {
            jdbc.sql("update consequence_failing set %s = ?".formatted(column)).param(ago(A_WHILE)).update();
        }
    }

    private boolean drawn(String column, UUID action) {
        return jdbc.sql("select count(*) from ledger where action_id = ? and %s is not null".formatted(column)).param(action).query(Integer.class).single() == 1;
    }

    private int incidents(UUID action) {
        return jdbc.sql("select count(*) from ticket where source_key = ?").param(key(action)).query(Integer.class).single();
    }

    private static String key(UUID action) {
        return "not-followed-up:WATCHING:" + action;
    }
}
