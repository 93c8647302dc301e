package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who somebody is and what they wrote can be forgotten; that it happened cannot. */
@BareDeskTest
class PersonKeysTest {

    private final AuditLog log;
    private final Erasures erasures;
    private final PersonKeys keys;
    private final PlainWords words;
    private final Sealer sealer;
    private final JdbcClient jdbc;

    PersonKeysTest(AuditLog log, Erasures erasures, PersonKeys keys, PlainWords words, Sealer sealer, JdbcClient jdbc) {
        this.log = log;
        this.keys = keys;
        this.erasures = erasures;
        this.words = words;
        this.sealer = sealer;
        this.jdbc = jdbc;
    }

    @Test
    void aForgottenPersonIsNobodyAndTheTreeStaysAsItIs() {
        String login = "leaver." + UUID.randomUUID();
        log.write(null, "REPLY", Actor.person(login), Map.of("who", Personal.login(login), "reason", Personal.text("marker-of-the-leaver")));
        String body = jdbc.sql("select body from record.entry where who = " + Records.PERSON).param(login).query(String.class).single();
        assertThat(body).doesNotContain(login).doesNotContain("marker-of-the-leaver");
        assertThat(words.of(body).at("/unmapped/facts/who").asText()).isEqualTo(login);
        assertThat(words.of(body).at("/unmapped/facts/reason").asText()).isEqualTo("marker-of-the-leaver");
        sealer.sealAll();

        assertThat(erasures.forget(login, "kwame.mensah", "asked for it")).isEqualTo(Erasures.Outcome.FORGOTTEN);
        assertThat(words.of(body).at("/unmapped/facts/who").asText()).startsWith("(erased on 20");
        assertThat(words.of(body).at("/unmapped/facts/reason").asText()).startsWith("(erased on 20");
        assertThat(jdbc.sql("select count(*) from person_key where login = ?").param(login).query(Integer.class).single()).isZero();
        assertThat(erasures.forget(login, "kwame.mensah", "asked for it")).as("the second time").isEqualTo(Erasures.Outcome.UNKNOWN);
    }

    @Test
    void whoHasTakenAnothersNameIsNotTakenForThem() {
        String one = "one." + UUID.randomUUID();
        String other = "other." + UUID.randomUUID();
        UUID pseudonym = keys.of(one).uid();
        keys.of(other);
        String body = "{\"who\":{\"person\":\"%s\"}}".formatted(pseudonym);
        rename(one, "nobody." + one);
        rename(other, one);
        rename("nobody." + one, other);
        keys.lookAgain();

        assertThat(words.of(body).get("who").asText()).isEqualTo("unreadable, as who this is was changed in the database");
        assertThatThrownBy(() -> keys.of(one)).as("nothing is written under the wrong pseudonym").hasMessageContaining("the table person_key was changed");
    }

    private void rename(String login, String now) {
        jdbc.sql("update person_key set login = ? where login = ?").params(now, login).update();
    }

    @Test
    void oneTextEncryptedTwiceDoesNotShowThatItIsTheSame() {
        PersonKeys.PersonKey key = keys.of("ada.lindqvist");
        assertThat(keys.encrypted(key, "same")).isNotEqualTo(keys.encrypted(key, "same"));
        assertThat(keys.of("ada.lindqvist").uid()).isEqualTo(key.uid());
    }
}
