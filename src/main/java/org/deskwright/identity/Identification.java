package org.deskwright.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who asks, and what speaks for it: evidence is recorded per ticket as it comes in, and nothing else can turn a login
 * into a {@link VerifiedSubject}.
 */
@Component
public class Identification {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    Identification(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** Records an evidence for this ticket and login; a second time changes nothing. */
    public void record(String ticket, String login, Evidence evidence) {
        jdbc.sql("""
                insert into evidence (ticket_number, login, kind, at) select ?, ?, ?, ?
                where not exists (select 1 from evidence where ticket_number = ? and login = ? and kind = ?)""")
                .params(ticket, login, evidence.name(), Timestamp.from(clock.instant()), ticket, login, evidence.name())
                .update();
    }

    /** The requester as a target for actions, with what speaks for them; empty if not in the directory or disabled. */
    public Optional<VerifiedSubject> subjectOf(String ticket, String login) {
        if (login == null) {
            return Optional.empty();
        }
        return directory.byLogin(login).filter(Person::enabled)
                .map(person -> new VerifiedSubject(person, evidencesOf(ticket, login)));
    }

    /** Somebody from whom an earlier action is taken back, whether or not their account is disabled; empty if not in the directory. */
    public Optional<VerifiedSubject> holderOf(String ticket, String login) {
        return directory.byLogin(login).map(person -> new VerifiedSubject(person, evidencesOf(ticket, login)));
    }

    private Set<Evidence> evidencesOf(String ticket, String login) {
        Set<Evidence> evidences = EnumSet.noneOf(Evidence.class);
        evidences.addAll(jdbc.sql("select kind from evidence where ticket_number = ? and login = ?").params(ticket, login)
                .query((row, i) -> Evidence.valueOf(row.getString("kind"))).list());
        return evidences;
    }
}
