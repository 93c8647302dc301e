package org.deskwright.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.deskwright.table.Row;
import org.deskwright.table.TextTable;

/**
 * Past tickets out of a table of one's own.
 *
 * @param tickets      every row with a label; each is its own template yet
 * @param withoutText  rows that have a label, but neither text nor subject
 * @param withoutLabel rows that are left out, as nobody says what they are about
 */
record LabelledTexts(List<PastTicket> tickets, int withoutText, int withoutLabel) {

    /**
     * @param subject column of the subject, or {@code null}
     * @throws org.deskwright.table.UnreadableTable if it is no table, or a column is missing, naming those there are
     */
    static LabelledTexts read(Path file, String text, String label, String subject) throws IOException {
        List<PastTicket> tickets = new ArrayList<>();
        int withoutText = 0;
        int withoutLabel = 0;
        try (TextTable table = TextTable.open(file)) {
            for (Row row : table) {
                PastTicket ticket = new PastTicket("row " + row.number(), "", row.text(label).strip(),
                        subject == null ? "" : row.text(subject), row.text(text));
                if (ticket.category().isEmpty()) {
                    withoutLabel++;
                } else {
                    tickets.add(ticket);
                    withoutText += isEmpty(ticket) ? 1 : 0;
                }
            }
        }
        return new LabelledTexts(tickets, withoutText, withoutLabel);
    }

    /**
     * What can be learned from: tickets with a text; near twins share a template, so that held-out figures do not flatter.
     *
     * @throws Unlearnable if that is nothing
     */
    TicketHistory history() {
        List<PastTicket> filled = tickets.stream().filter(ticket -> !isEmpty(ticket)).toList();
        if (filled.isEmpty()) {
            throw new Unlearnable(tickets.isEmpty() ? "no row has a label" : "every text is empty");
        }
        int[] groups = new NearTwins(texts(filled)).groups();
        return TicketHistory.of(IntStream.range(0, groups.length).mapToObj(i -> {
            PastTicket ticket = filled.get(i);
            return new PastTicket(filled.get(groups[i]).template(), "", ticket.category(), ticket.subject(), ticket.body());
        }).toList());
    }

    NearTwins twins() {
        return new NearTwins(texts(tickets));
    }

    private static List<Text> texts(List<PastTicket> tickets) {
        return tickets.parallelStream().map(ticket -> Text.of(ticket.subject(), ticket.body())).toList();
    }

    private static boolean isEmpty(PastTicket ticket) {
        return ticket.body().isBlank() && ticket.subject().isBlank();
    }
}
