package org.deskwright.privacy;

import java.util.List;

import org.deskwright.audit.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys the key of every closed ticket of which nothing waits to be sent any more, and what was locked with it. It looks at
 * what is stored, so nothing is left over by a crash; what is written on a closed ticket later goes in the same way.
 */
@Component
class Forgetting {

    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Forgetting(Vault vault, JdbcClient jdbc, TransactionTemplate transaction) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${desk.privacy.forget-every:30s}")
    void run() {
        closed().forEach(ticket -> transaction.executeWithoutResult(status -> {
            vault.destroyKey(ticket);
            jdbc.sql("delete from kept_text where ticket_number = ?").param(ticket).update();
        }));
    }

    private List<String> closed() {
        return jdbc.sql("""
                select number from ticket
                where closed_at is not null and exists (select 1 from kept_text where kept_text.ticket_number = ticket.number)
                  and not exists (select 1 from message where message.ticket_number = ticket.number and state = 'queued')""")
                .query(String.class).list();
    }
}
