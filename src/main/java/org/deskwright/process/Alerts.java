package org.deskwright.process;

import java.util.Map;

import org.deskwright.correspondence.Correspondence;
import org.deskwright.ticket.Taxonomy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails each incident to the people whose it is, once. Who they are, the directory says: while it is away the mail waits, and
 * the incident does not.
 */
@Component
class Alerts {

    private static final String WHOSE = "security";
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final JdbcClient jdbc;
    private final Correspondence correspondence;
    private final Taxonomy taxonomy;
    private final TransactionOperations transaction;
    private final Transactions transactions;

    Alerts(JdbcClient jdbc, Correspondence correspondence, Taxonomy taxonomy, TransactionOperations transaction, Transactions transactions) {
        this.jdbc = jdbc;
        this.correspondence = correspondence;
        this.taxonomy = taxonomy;
        this.transaction = transaction;
        this.transactions = transactions;
    }

    private record Alert(String incident, String what) {
    }

    /** In the transaction in which the incident is opened. */
    void send(String incident, String what) {
        jdbc.sql("insert into alert (ticket_number, what) values (?, ?)").params(incident, what).update();
        transactions.afterCommit(() -> attempt(new Alert(incident, what)));
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        jdbc.sql("select ticket_number, what from alert order by ticket_number").query((row, i) -> new Alert(row.getString(1), row.getString(2))).list()
                .forEach(this::attempt);
    }

    private void attempt(Alert alert) {
        try {
            transaction.executeWithoutResult(status -> mail(alert));
        } catch (RuntimeException later) {
            LOG.warn("Nobody could be mailed of the incident {}; that is tried again: {}", alert.incident(), later.toString());
        }
    }

    private void mail(Alert alert) {
        if (jdbc.sql("delete from alert where ticket_number = ?").param(alert.incident()).update() == 1) {
            correspondence.alert(taxonomy.queue(WHOSE).group(), "incident", Map.of("number", alert.incident(), "what", alert.what()));
        }
    }
}
