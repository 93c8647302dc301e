package org.deskwright.process;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables that diagrams ask answered last on a ticket, by the name of the output: as the engine evaluated them, not as a variable says. */
@Component
class TableAnswers {

    private final JdbcClient jdbc;

    TableAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is empty is no answer: the one before stands no longer. */
    void keep(String ticket, Map<String, Object> outputs) {
        outputs.forEach((output, answer) -> {
            jdbc.sql("delete from table_answer where ticket_number = ? and output = ?").params(ticket, output).update();
            if (answer != null) {
                jdbc.sql("insert into table_answer (ticket_number, output, answer) values (?, ?, ?)").params(ticket, output, answer.toString()).update();
            }
        });
    }

    /** @throws IllegalStateException if no table has answered it */
    String require(String ticket, Variable<?> output) {
        return jdbc.sql("select answer from table_answer where ticket_number = ? and output = ?").params(ticket, output.name()).query(String.class).optional()
                .orElseThrow(() -> new IllegalStateException("No table has answered \"%s\" on %s: please ask one first".formatted(output.name(), ticket)));
    }
}
