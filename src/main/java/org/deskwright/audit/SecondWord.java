package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks for two people's word before somebody is forgotten who decided something: else one could make unreadable for good who
 * approved an action, or who ordered an erasure. Whether somebody did, the record says, whatever has become of them since.
 */
@Component
class SecondWord {

    static final String KIND = "ERASURE_DEMANDED";
    /** So long the first word counts. */
    static final Duration COUNTS = Duration.ofDays(7);

    /** Without what requesters do, too. A clearance stands beside the decision, or the withdrawal, that it comes from. */
    private static final String DECIDED = """
            select count(*) from record.entry e where who in (select 'person:' || cast(uid as varchar(36)) from person_key where login in (:names))
            and kind not in ('REPLY', 'CONFIRMATION', 'WITHDRAWAL', 'CLEARANCE') and kind not like '%\\_REFUSED' escape '\\'
            and (kind <> 'REVOCATION' or body not like '%"basis":"WITHDRAWAL"%' and body not like '%"own":true%')""";

    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SecondWord(AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In the transaction of the erasure; what it finds wanting it keeps for the next who asks.
     *
     * @param names of one person, as in {@link Names}
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has just been the first: to be asked again
     */
    boolean isWanting(Set<String> names, String by, String reason) {
        Timestamp since = Timestamp.from(clock.instant().minus(COUNTS));
        List<String> said = jdbc.sql("select demanded_by from erasure_demand where person in (:names) and demanded_at > :since for update")
                .param("names", names).param("since", since).query(String.class).list();
        boolean wanting = said.isEmpty() ? hasDecided(names) : said.stream().allMatch(by::equals);
        if (!wanting) {
            jdbc.sql("delete from erasure_demand where person in (:names)").param("names", names).update();
        } else if (said.isEmpty()) {
            String person = names.iterator().next();
            jdbc.sql("delete from erasure_demand where person = ? and demanded_at <= ?").params(person, since).update();
            jdbc.sql("insert into erasure_demand (person, demanded_by, demanded_at) values (?, ?, ?)").params(person, by, Timestamp.from(clock.instant())).update();
            audit.write(null, KIND, Actor.person(by), Map.of("person", Personal.login(person), "reason", Personal.text(reason)));
        }
        return wanting;
    }

    private boolean hasDecided(Set<String> names) {
        return jdbc.sql(DECIDED).param("names", names).query(Long.class).single() > 0;
    }
}
