package org.deskwright.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.deskwright.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is still in old pages, logs and copies of the database opens nothing any more, once a key was destroyed. */
@BareDeskTest
class DestructionTest {

    private final Destruction destruction;
    private final MasterKeys masters;
    private final PersonKeys keys;
    private final Vault vault;
    private final Erasures erasures;
    private final SigningKey recordKey;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final Path file;
    private final String leaver = "leaver." + UUID.randomUUID();
    private final String stayer = "stayer." + UUID.randomUUID();

    DestructionTest(Destruction destruction, MasterKeys masters, PersonKeys keys, Vault vault, Erasures erasures, SigningKey recordKey, TestClock clock,
                    JdbcClient jdbc, @Value("${desk.record.key}") Path key) {
        this.destruction = destruction;
        this.masters = masters;
        this.keys = keys;
        this.vault = vault;
        this.erasures = erasures;
        this.recordKey = recordKey;
        this.clock = clock;
        this.jdbc = jdbc;
        this.file = key.resolveSibling("persons.keys");
    }

    /** As a page of the database holds it that was not written over. */
    private record OldPage(UUID uid, UUID master, byte[] wrapped) {
    }

    private OldPage page(String login) {
        return jdbc.sql("select uid, master, wrapped from person_key where login = ?").param(login)
                .query((row, i) -> new OldPage(row.getObject("uid", UUID.class), row.getObject("master", UUID.class), row.getBytes("wrapped"))).single();
    }

    @Test
    void theMasterKeyGoesWithWhatItOpensAndTheOthersGetANewOne() throws IOException {
        UUID stays = keys.of(stayer).uid();
        String text = keys.encrypted(keys.of(stayer), "stays");
        keys.of(leaver);
        OldPage page = page(leaver);
        byte[] master = masters.of(page.master());
        Path asItWas = Files.createLink(file.resolveSibling("as-it-was"), file);

        assertThat(erasures.forget(leaver, "kwame.mensah", "They left")).isEqualTo(Erasures.Outcome.FORGOTTEN);
        pass();
        assertThat(Encryption.decrypted(master, page.uid() + " " + leaver, page.wrapped())).as("so far it can be opened").hasSize(Hash.LENGTH);
        assertThat(masters.newest().id()).isNotEqualTo(page.master());
        assertThat(page(stayer).master()).isEqualTo(masters.newest().id());
        assertThat(Files.readAllBytes(asItWas)).as("overwritten, not only renamed").containsOnly(0);
        Files.delete(asItWas);
        pass();

        assertThatThrownBy(() -> masters.of(page.master())).isInstanceOf(IllegalStateException.class);
        assertThat(file).content().doesNotContain(Base64.getEncoder().encodeToString(master));
        MasterKeys afterRestart = new MasterKeys(file, recordKey.personsKey(), clock);
        assertThat(new PersonKeys(jdbc, afterRestart, clock).text(stays, text)).hasValue("stays");
        String before = Files.readString(file);
        Path leftByACrash = Files.writeString(file.resolveSibling("persons.keys.old"), before);
        pass();
        assertThat(file).as("nothing was destroyed since").hasContent(before);
        assertThat(leftByACrash).doesNotExist();
    }

    /** As {@code kill -9} leaves the files behind each of the calls by which the new one takes the place of the old one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aCrashAtAnyMomentLosesNoKeyAndKeepsNone(int calls) throws IOException {
        UUID stays = keys.of(stayer).uid();
        String text = keys.encrypted(keys.of(stayer), "stays");
        Path next = file.resolveSibling("persons.keys.new");
        Path old = file.resolveSibling("persons.keys.old");
        String before = Files.readString(file);
        if (calls > 0) {
            Files.writeString(next, calls == 1 ? before.substring(0, 50) : before);
        }
        if (calls > 2) {
            Files.createLink(old, file);
        }
        if (calls > 3) {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
        for (int restart = 0; restart < 2; restart++) {
            MasterKeys masters = new MasterKeys(file, recordKey.personsKey(), clock);
            masters.add();
            assertThat(new PersonKeys(jdbc, masters, clock).text(stays, text)).hasValue("stays");
            assertThat(Stream.of(next, old)).noneMatch(Files::exists);
        }
        this.masters.lookAgain();
    }

    @Test
    void theKeyOfATicketsWordsGoesInTheSameWay() {
        Vault.Locked locked = vault.lock(leaver, "a letter", "words".getBytes(UTF_8));
        UUID master = page(Vault.owner(leaver)).master();
        vault.destroyKey(leaver);
        pass();
        pass();
        assertThat(vault.open(leaver, "a letter", locked)).isEmpty();
        assertThatThrownBy(() -> masters.of(master)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTicketsWordsAreNobodyToForget() {
        Vault.Locked locked = vault.lock(leaver, "a letter", "words".getBytes(UTF_8));
        assertThatThrownBy(() -> erasures.forget(Vault.owner(leaver), "kwame.mensah", "They left")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is no person");
        assertThat(vault.open(leaver, "a letter", locked)).isPresent();
        String address = Vault.owner(leaver) + "@example.org";
        keys.of(address);
        assertThat(erasures.forget(address, "kwame.mensah", "They left")).as("who has such an address").isEqualTo(Erasures.Outcome.FORGOTTEN);
    }

    @Test
    void whatIsLockedAsOneThingOpensAsNoOther() {
        Vault.Locked locked = vault.lock(leaver, "a letter", "words".getBytes(UTF_8));
        assertThatThrownBy(() -> vault.open(leaver, "another", locked)).isInstanceOf(IllegalStateException.class);
        PersonKeys.PersonKey key = keys.found(Vault.owner(leaver));
        Vault.Locked older = new Vault.Locked(key.uid(), Encryption.encrypted(key.key(), key.uid().toString(), "words".getBytes(UTF_8)));
        assertThatThrownBy(() -> vault.open(leaver, "a letter", older)).as("by an earlier version").isInstanceOf(IllegalStateException.class);
        assertThat(vault.open(leaver, "a letter", vault.bind(leaver, "a letter", older).orElseThrow())).hasValueSatisfying(words -> assertThat(words).asString(UTF_8).isEqualTo("words"));
        assertThatThrownBy(() -> vault.bind(leaver, "a letter", locked)).as("what is bound is bound to no other place").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasEncryptedBeforeThereWasAFileIsReadAndEncryptedAnew() {
        PersonKeys.PersonKey key = keys.of(stayer);
        String text = keys.encrypted(key, "earlier");
        jdbc.sql("update person_key set master = null, wrapped = ? where uid = ?")
                .params(Encryption.encrypted(recordKey.personsKey(), key.uid() + " " + stayer, key.key()), key.uid()).update();
        assertThat(keys.text(key.uid(), text)).hasValue("earlier");
        pass();
        assertThat(page(stayer).master()).isEqualTo(masters.newest().id());
        assertThat(keys.text(key.uid(), text)).hasValue("earlier");
    }

    /** Else one changed row would keep all that is forgotten from being destroyed. */
    @Test
    void aChangedRowHoldsUpNobodyElsesKey() {
        String changed = "changed." + UUID.randomUUID();
        keys.of(changed);
        keys.of(stayer);
        keys.of(leaver);
        OldPage row = page(changed);
        jdbc.sql("update person_key set wrapped = ? where uid = ?").params(new byte[3], row.uid()).update();
        try {
            assertThat(erasures.forget(leaver, "kwame.mensah", "They left")).isEqualTo(Erasures.Outcome.FORGOTTEN);
            pass();
            pass();
            assertThat(page(stayer).master()).isEqualTo(masters.newest().id()).isNotEqualTo(row.master());
            assertThat(masters.of(row.master())).as("what is wrong can be put right").isNotNull();
        } finally {
            jdbc.sql("update person_key set wrapped = ? where uid = ?").params(row.wrapped(), row.uid()).update();
        }
        pass();
        assertThat(page(changed).master()).isEqualTo(masters.newest().id());
        assertThat(keys.existing(changed)).isPresent();
        pass();
        assertThatThrownBy(() -> masters.of(row.master())).isInstanceOf(IllegalStateException.class);
    }

    private void pass() {
        clock.pass(Destruction.GRACE.plus(Duration.ofSeconds(1)));
        destruction.run();
    }
}
