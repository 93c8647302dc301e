package org.deskwright.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;

import org.deskwright.audit.Vault;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Home;
import org.deskwright.ticket.TextChanged;
import org.deskwright.ticket.TextUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps words as the setting says, and reads whatever was kept under the other one. One table holds what placeholders stand
 * for: the words, or how to find them where they lie, both encrypted with a key of their ticket.
 */
@Component
class KeptContents implements Contents {

    private static final Logger LOG = LoggerFactory.getLogger(KeptContents.class);
    private static final String GONE = "(this text was not kept)";
    private static final String CHANGED = "(what was kept of this text was changed, so nobody can read it)";
    private static final String UNAVAILABLE = "(this text cannot be fetched at the moment; please look again later)";
    /** In the place of a ticket's number for what belongs to none. */
    private static final String NO_TICKET = "";

    private final PrivacySettings settings;
    private final Vault vault;
    private final Home home;
    private final JdbcClient jdbc;

    KeptContents(PrivacySettings settings, Vault vault, Home home, JdbcClient jdbc) {
        this.settings = settings;
        this.vault = vault;
        this.home = home;
        this.jdbc = jdbc;
    }

    @Override
    public boolean staysForGood() {
        return !settings.staysAtItsSource();
    }

    @Override
    public String kept(String ticket, String words, String source) {
        return words == null || words.isBlank() || !settings.staysAtItsSource() ? words : put(ticket, words.getBytes(UTF_8), source);
    }

    @Override
    public byte[] kept(String ticket, byte[] file, String source) {
        return settings.staysAtItsSource() ? put(ticket, file, source).getBytes(UTF_8) : file;
    }

    @Override
    public String shown(String ticket, String kept) {
        return replaced(ticket, kept, true);
    }

    @Override
    public String whole(String ticket, String kept) {
        return replaced(ticket, kept, false);
    }

    @Override
    public Optional<String> read(String ticket, String kept) {
        Optional<String> id = Placeholder.idOf(kept);
        return id.isEmpty() ? Optional.of(kept) : find(ticket, id.get()).map(words -> new String(words, UTF_8));
    }

    @Override
    public Optional<byte[]> file(String ticket, byte[] kept) {
        Optional<String> id = kept.length > Placeholder.LONGEST ? Optional.empty() : Placeholder.idOf(new String(kept, UTF_8));
        return id.isEmpty() ? Optional.of(kept) : find(ticket, id.get());
    }

    private String put(String ticket, byte[] content, String source) {
        String id = Placeholder.newId();
        Optional<String> reference = Optional.ofNullable(source).flatMap(where -> home.reference(where, content));
        if (ticket != null || reference.isPresent()) {
            Vault.Locked locked = vault.lock(numberOf(ticket), as(id, reference.isPresent()), reference.map(found -> found.getBytes(UTF_8)).orElse(content));
            jdbc.sql("insert into kept_text (id, ticket_number, at_home, key_uid, content, bound) values (?, ?, ?, ?, ?, true)")
                    .params(id, numberOf(ticket), reference.isPresent(), locked.key(), locked.content()).update();
        }
        return Placeholder.of(id);
    }

    private String replaced(String ticket, String kept, boolean forPeople) {
        return kept == null ? null : Placeholder.replaced(kept, id -> {
            try {
                return find(ticket, id).map(words -> new String(words, UTF_8)).orElse(GONE);
            } catch (TextUnavailable silent) {
                if (forPeople) {
                    return silent instanceof TextChanged ? CHANGED : UNAVAILABLE;
                }
                throw silent;
            }
        });
    }

    private Optional<byte[]> find(String ticket, String id) {
        return jdbc.sql("select at_home, key_uid, content from kept_text where id = ? and ticket_number = ?").params(id, numberOf(ticket))
                .query((row, i) -> new Row(row.getBoolean("at_home"), new Vault.Locked(row.getObject("key_uid", UUID.class), row.getBytes("content"))))
                .optional()
                .flatMap(row -> opened(numberOf(ticket), id, row).flatMap(open -> row.atHome() ? home.fetch(new String(open, UTF_8)) : Optional.of(open)));
    }

    private Optional<byte[]> opened(String number, String id, Row row) {
        try {
            return vault.open(number, as(id, row.atHome()), row.locked());
        } catch (IllegalStateException changed) {
            LOG.error("The row {} of the table kept_text was changed: nobody reads what it stands for", id);
            throw new TextChanged("what was kept as " + id + " was changed", changed);
        }
    }

    /** Whoever has the database cannot put one text in the place of another. */
    static String as(String id, boolean atHome) {
        return atHome ? "home of " + id : id;
    }

    private record Row(boolean atHome, Vault.Locked locked) {
    }

    private static String numberOf(String ticket) {
        return ticket == null ? NO_TICKET : ticket;
    }
}
