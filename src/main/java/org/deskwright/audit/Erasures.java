package org.deskwright.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets a person: what the record holds about them stays where it is, and nobody can read it any more. */
@Component
public class Erasures {

    private final PersonKeys keys;
    private final Names names;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Erasures(PersonKeys keys, Names names, AuditLog audit, JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.events = events;
        this.keys = keys;
        this.names = names;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * @param person login, or mail address
     * @return {@code false} if nobody of this name stands in the record
     * @throws IllegalArgumentException if what has this name is a ticket's words: they go when it is closed
     */
    public boolean forget(String person, String by, String reason) {
        if (Vault.isOwner(person)) {
            throw new IllegalArgumentException("is no person: what is kept of a ticket goes when it is closed");
        }
        Set<String> known = names.of(Personal.name(person));
        List<String> forgotten = transaction.execute(status -> {
            events.publishEvent(new PersonForgotten(known));
            return known.stream().filter(name -> destroyed(name, by, reason)).toList();
        });
        keys.lookAgain();
        return !forgotten.isEmpty();
    }

    /** Every pseudonym that leads to nobody any more has an entry which says why. */
    private boolean destroyed(String name, String by, String reason) {
        Optional<PersonKeys.PersonKey> key = keys.existing(name);
        key.ifPresent(it -> audit.write(null, "ERASED", Actor.person(by), Map.of("person", Personal.login(name), "reason", Personal.text(reason))));
        return key.filter(it -> keys.destroy(jdbc, it)).isPresent();
    }
}
