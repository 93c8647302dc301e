package org.deskwright.audit;

import java.util.Map;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets a person: what the record holds about them stays where it is, and nobody can read it any more. */
@Component
public class Erasures {

    /** What came of a demand; {@code UNKNOWN} if nobody of this name stands in the record. */
    public enum Outcome { FORGOTTEN, AWAITS_SECOND_WORD, UNKNOWN }

    private final PersonKeys keys;
    private final Names names;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final SecondWord secondWord;

    Erasures(PersonKeys keys, Names names, SecondWord secondWord, AuditLog audit, JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.secondWord = secondWord;
        this.events = events;
        this.keys = keys;
        this.names = names;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Whoever decided something that stands in the record is forgotten once a second person demands it, too, within a week.
     *
     * @param person login, or mail address
     * @throws OwnErasure               if it is their own name: who ordered an erasure, and why, stays readable
     * @throws IllegalArgumentException if what has this name is a ticket's words: they go when it is closed
     */
    public Outcome forget(String person, String by, String reason) {
        if (Vault.isOwner(person)) {
            throw new IllegalArgumentException("is no person: what is kept of a ticket goes when it is closed");
        }
        Set<String> known = names.of(Personal.name(person));
        if (known.stream().anyMatch(by::equalsIgnoreCase)) {
            throw new OwnErasure();
        }
        Outcome outcome;
        try {
            outcome = transaction.execute(status -> forgotten(known, by, reason));
        } catch (DuplicateKeyException anotherDemands) {
            outcome = transaction.execute(status -> forgotten(known, by, reason));
        }
        keys.lookAgain();
        return outcome;
    }

    private Outcome forgotten(Set<String> known, String by, String reason) {
        boolean stands = known.stream().anyMatch(name -> keys.existing(name).isPresent());
        if (stands && secondWord.isWanting(known, by, reason)) {
            return Outcome.AWAITS_SECOND_WORD;
        }
        events.publishEvent(new PersonForgotten(known));
        known.forEach(name -> destroy(name, by, reason));
        return stands ? Outcome.FORGOTTEN : Outcome.UNKNOWN;
    }

    /** Every pseudonym that leads to nobody any more has an entry which says why. */
    private void destroy(String name, String by, String reason) {
        keys.existing(name).ifPresent(key -> {
            audit.write(null, "ERASED", Actor.person(by), Map.of("person", Personal.login(name), "reason", Personal.text(reason)));
            keys.destroy(jdbc, key);
        });
    }
}
