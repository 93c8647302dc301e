package org.deskwright.audit;

import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets a person: what the record holds about them stays where it is, and nobody can read it any more. */
@Component
public class Erasures {

    private final PersonKeys keys;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Erasures(PersonKeys keys, AuditLog audit, JdbcClient jdbc, TransactionTemplate transaction) {
        this.keys = keys;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @return {@code false} if nobody with this login stands in the record */
    public boolean forget(String login, String by, String reason) {
        Optional<PersonKeys.PersonKey> key = keys.existing(login);
        boolean forgotten = key.isPresent() && Boolean.TRUE.equals(transaction.execute(status -> {
            audit.write(null, "ERASED", Actor.person(by), Map.of("person", Personal.login(login), "reason", Personal.text(reason)));
            return keys.destroy(jdbc, key.get());
        }));
        keys.lookAgain();
        return forgotten;
    }
}
