package org.deskwright.connector.hr;

import java.util.Locale;
import java.util.Optional;
import org.deskwright.identity.Contact;
import org.deskwright.identity.HumanResources;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads registered contact details from {@code hr.employee}: a table in the demo, a view of the HR system elsewhere. */
final class JdbcHumanResources implements HumanResources {

    private final JdbcClient database;

    JdbcHumanResources(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Contact> contactOf(String login) {
        return login == null ? Optional.empty() : database
                .sql("SELECT mobile, recovery_address, contact_changed_at FROM hr.employee WHERE login = :login")
                .param("login", login.toLowerCase(Locale.ROOT))
                .query((row, number) -> new Contact(row.getString("mobile"), row.getString("recovery_address"),
                        row.getTimestamp("contact_changed_at").toInstant()))
                .optional();
    }
}
