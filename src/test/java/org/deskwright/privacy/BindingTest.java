package org.deskwright.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.audit.EarlierVault;
import org.deskwright.audit.Vault;
import org.deskwright.ticket.Contents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions kept is bound to its place before anybody reads it: then nobody puts one text in the place of another. */
@BareDeskTest
class BindingTest {

    private static final String UNREADABLE = "(what was kept of this text was changed, so nobody can read it)";

    private final ApplicationContext context;
    private final Contents contents;
    private final Binding binding;
    private final JdbcClient jdbc;
    private final String ticket = "OLD-" + UUID.randomUUID().toString().substring(0, 8);

    BindingTest(ApplicationContext context, Contents contents, Binding binding, JdbcClient jdbc) {
        this.context = context;
        this.contents = contents;
        this.binding = binding;
        this.jdbc = jdbc;
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from kept_text where ticket_number = ?").param(ticket).update();
    }

    /** @return the placeholder */
    private String keep(byte[] content, UUID key) {
        String id = Placeholder.newId();
        jdbc.sql("insert into kept_text (id, ticket_number, at_home, key_uid, content) values (?, ?, false, ?, ?)").params(id, ticket, key, content).update();
        return Placeholder.of(id);
    }

    private String keepAsEarlier(String words) {
        Vault.Locked locked = EarlierVault.lock(context, ticket, words.getBytes(UTF_8));
        return keep(locked.content(), locked.key());
    }

    private byte[] content(String placeholder) {
        return jdbc.sql("select content from kept_text where id = ?").param(Placeholder.idOf(placeholder).orElseThrow()).query((row, i) -> row.getBytes(1)).single();
    }

    private void put(byte[] content, String placeholder) {
        jdbc.sql("update kept_text set content = ? where id = ?").params(content, Placeholder.idOf(placeholder).orElseThrow()).update();
    }

    /** As at the first start that finds them. */
    private void bind() {
        binding.bind(binding.unbound());
    }

    private long said() {
        return jdbc.sql("select count(*) from record.entry where kind = ?").param(Binding.KIND).query(Long.class).single();
    }

    @Test
    void oneThatAnEarlierVersionKeptIsNotPutInThePlaceOfAnother() {
        String first = keepAsEarlier("The first");
        String second = keepAsEarlier("The second");
        byte[] old = content(second);
        assertThat(contents.shown(ticket, first)).as("unbound nothing is read").isEqualTo(UNREADABLE);
        long before = said();
        bind();
        assertThat(List.of(contents.shown(ticket, first), contents.shown(ticket, second))).containsExactly("The first", "The second");
        assertThat(said()).isEqualTo(before + 1);
        bind();
        assertThat(said()).as("once").isEqualTo(before + 1);

        byte[] bound = content(first);
        put(content(second), first);
        assertThat(contents.shown(ticket, first)).isEqualTo(UNREADABLE);
        put(old, first);
        assertThat(contents.shown(ticket, first)).as("nor as it was before").isEqualTo(UNREADABLE);
        put(bound, first);
        assertThat(contents.shown(ticket, first)).isEqualTo("The first");
    }

    @Test
    void whatIsBoundAlreadyStaysAndWhatWasChangedHoldsUpNothing() {
        String words = keepAsEarlier("The words");
        bind();
        byte[] bound = content(words);
        jdbc.sql("update kept_text set bound = false where ticket_number = ?").param(ticket).update();
        keep(new byte[3], EarlierVault.lock(context, ticket, new byte[0]).key());
        keep(bound, UUID.randomUUID());
        String other = keepAsEarlier("Other words");
        long before = said();
        bind();
        assertThat(content(words)).isEqualTo(bound);
        assertThat(contents.shown(ticket, other)).isEqualTo("Other words");
        assertThat(said()).isEqualTo(before + 1);
    }

    /** What the record says of people is encrypted in the same way, with keys of theirs. */
    @Test
    void whatTheRecordHoldsOfSomebodyIsNotReadAsATicketsWords() {
        Vault.Locked said = EarlierVault.inTheRecord(context, "victim." + ticket, "What the record says".getBytes(UTF_8));
        String put = keep(said.content(), said.key());
        bind();
        assertThat(contents.shown(ticket, put)).isEqualTo(UNREADABLE);
        assertThat(content(put)).isEqualTo(said.content());
    }

    @Test
    void whatAnotherTicketsWordsAreIsReadOnNoOther() {
        String other = ticket + "-2";
        String words = keepAsEarlier("The words");
        bind();
        jdbc.sql("update kept_text set ticket_number = ? where ticket_number = ?").params(other, ticket).update();
        try {
            assertThat(contents.shown(other, words)).isEqualTo(UNREADABLE);
        } finally {
            jdbc.sql("update kept_text set ticket_number = ? where ticket_number = ?").params(ticket, other).update();
        }
        assertThat(contents.shown(ticket, words)).isEqualTo("The words");
    }

    @Test
    void whatIsPutBackLaterIsBoundAtNoStart() {
        String first = keepAsEarlier("The first");
        byte[] old = content(first);
        bind();
        jdbc.sql("update kept_text set bound = false, content = ? where ticket_number = ?").params(old, ticket).update();
        binding.bind();
        assertThat(contents.shown(ticket, first)).isEqualTo(UNREADABLE);
        assertThat(content(first)).isEqualTo(old);
    }
}
