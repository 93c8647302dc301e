package org.deskwright.connector.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.deskwright.correspondence.TextMessages;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo organisation's phones: text messages go no further than a table, which {@link OutboxPage} shows. */
@Component
@Profile("embedded")
class DemoTextMessages implements TextMessages {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoTextMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A second attempt with the same id is the same message. */
    @Override
    public void send(UUID id, String mobile, String text) {
        String login = jdbc.sql("select login from hr.employee where mobile = ? order by login limit 1").param(mobile)
                .query(String.class).optional().orElse(null);
        jdbc.sql("""
                insert into demo_text_message (id, mobile, login, body, at) select ?, ?, ?, ?, ?
                where not exists (select 1 from demo_text_message where id = ?)""")
                .params(id, mobile, login, text, Timestamp.from(clock.instant()), id).update();
    }

    /** The last ones, newest first. */
    List<TextMessage> sent() {
        return jdbc.sql("select id, mobile, login, body, at from demo_text_message order by at desc, id limit ?").param(SHOWN)
                .query((row, i) -> new TextMessage(row.getObject("id", UUID.class), row.getString("mobile"), row.getString("login"),
                        row.getString("body"), row.getTimestamp("at").toInstant()))
                .list();
    }
}
