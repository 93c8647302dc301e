package org.deskwright.process;

import java.util.List;

import org.deskwright.governance.Evaluation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables that diagrams ask answered last on a ticket, by the name of the output: as the engine evaluated them, not as a variable says. */
@Component
class TableAnswers {

    private final JdbcClient jdbc;

    TableAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the table answered before is over, as is what another one did in its place. An empty cell, no row and several rows
     * are no answer.
     *
     * @param outputs all that the table has columns for
     */
    void keep(String ticket, Evaluation evaluation, List<String> outputs) {
        jdbc.sql("delete from table_answer where ticket_number = :ticket and (decision = :decision or output in (:outputs))")
                .param("ticket", ticket).param("decision", evaluation.table()).param("outputs", outputs).update();
        if (evaluation.outputs().size() == 1) {
            evaluation.outputs().get(0).forEach((output, answer) -> {
                if (answer != null) {
                    jdbc.sql("insert into table_answer (ticket_number, output, answer, decision) values (?, ?, ?, ?)")
                            .params(ticket, output, answer.toString(), evaluation.table()).update();
                }
            });
        }
    }

    /** @throws IllegalStateException if no table has answered it */
    String require(String ticket, Variable<?> output) {
        return jdbc.sql("select answer from table_answer where ticket_number = ? and output = ?").params(ticket, output.name()).query(String.class).optional()
                .orElseThrow(() -> new IllegalStateException("No table has answered \"%s\" on %s: please ask one first".formatted(output.name(), ticket)));
    }
}
