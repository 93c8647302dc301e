package org.deskwright.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Reading;
import org.deskwright.audit.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds the texts that were kept before each was locked as what it is: one of them could have been put in the place of another of
 * its ticket. It does so before anybody reads, and once: when the record says that it was done, what is unbound was put back by
 * somebody, and stays as it is.
 */
@Component
class Binding {

    static final String KIND = "TEXTS_BOUND";
    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);
    /** Bytes. No file that comes in is as large, so what is was not kept by the desk. */
    private static final int LARGEST = 128 * 1024 * 1024;

    private final Vault vault;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Reading reading;
    private final TransactionTemplate transaction;

    Binding(Vault vault, JdbcClient jdbc, AuditLog audit, Reading reading, TransactionTemplate transaction) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.audit = audit;
        this.reading = reading;
        this.transaction = transaction;
    }

    @PostConstruct
    void bind() {
        List<String> ids = unbound();
        if (!ids.isEmpty() && reading.holds(KIND)) {
            LOG.error("{} rows of the table kept_text are unbound, though the record says that what earlier versions kept was bound: nobody reads what they stand for", ids.size());
        } else {
            bind(ids);
        }
    }

    void bind(List<String> ids) {
        if (!ids.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                long bound = ids.stream().filter(this::isBoundNow).count();
                if (bound > 0) {
                    audit.write(null, KIND, Actor.DESK, Map.of("count", bound));
                }
            });
        }
    }

    List<String> unbound() {
        return jdbc.sql("select id from kept_text where not bound and octet_length(content) <= ?").param(LARGEST).query(String.class).list();
    }

    /** One by one: some are files. */
    private boolean isBoundNow(String id) {
        return jdbc.sql("select ticket_number, at_home, key_uid, content from kept_text where id = ?").param(id)
                .query((row, i) -> new Text(row.getString("ticket_number"), KeptContents.as(id, row.getBoolean("at_home")),
                        new Vault.Locked(row.getObject("key_uid", UUID.class), row.getBytes("content"))))
                .optional().filter(text -> isBoundNow(id, text)).isPresent();
    }

    private boolean isBoundNow(String id, Text text) {
        try {
            vault.open(text.ticket(), text.as(), text.locked());
            jdbc.sql("update kept_text set bound = true where id = ?").param(id).update();
            return false;
        } catch (IllegalStateException unbound) {
            return bind(id, text);
        }
    }

    private boolean bind(String id, Text text) {
        try {
            Optional<Vault.Locked> bound = vault.bind(text.ticket(), text.as(), text.locked());
            bound.ifPresent(it -> jdbc.sql("update kept_text set content = ?, bound = true where id = ?").params(it.content(), id).update());
            return bound.isPresent();
        } catch (IllegalStateException changed) {
            LOG.error("The row {} of the table kept_text was changed: nobody reads what it stands for", id);
            return false;
        }
    }

    private record Text(String ticket, String as, Vault.Locked locked) {
    }
}
