package org.deskwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.privacy.MarkedRequests.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.Visitor;
import org.deskwright.audit.Reading;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whoever has the database and changes what is kept of somebody's words is noticed. On the desk of {@link ContentAtSourceTest}. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@TestPropertySource(properties = {"desk.privacy.content=source", "desk.privacy.forget-every=200ms", "desk.mail.poll-interval=200ms",
    "desk.delivery-interval=200ms"})
@Tag("path")
class ChangedWordsTest {

    @Autowired
    private Desk desk;
    @Autowired
    private Reading reading;
    @Autowired
    private Tickets tickets;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;

    @Test
    void oneTextIsNotPutInThePlaceOfAnotherAndTheStorySaysWhoseWordsWereChanged() {
        String number = number(Visitor.machine(base, "ben.okafor").post("/api/v1/tickets", "{\"subject\":\"The first\",\"body\":\"The second\"}").body());
        desk.runJobs();
        assertThat(remarks(number)).isEmpty();
        Map<String, byte[]> kept = new HashMap<>();
        jdbc.sql("select id, content from kept_text where ticket_number = ?").param(number).query(row -> {
            kept.put(row.getString("id"), row.getBytes("content"));
        });
        List<String> ids = List.copyOf(kept.keySet());
        ids.forEach(id -> keepAs(kept.get(ids.get(0)), id));
        assertThat(List.of(tickets.get(number).subject(), tickets.get(number).body())).contains("(what was kept of this text was changed, so nobody can read it)");
        assertThat(remarks(number)).contains("The request's words are not those that were received.", "The request's words are not those that this rests on.");
        kept.forEach((id, content) -> keepAs(content, id));
        assertThat(remarks(number)).isEmpty();
        desk.withdraw(number, "ben.okafor");
    }

    private void keepAs(byte[] content, String id) {
        jdbc.sql("update kept_text set content = ? where id = ?").params(content, id).update();
    }

    private List<String> remarks(String number) {
        return reading.story(number).stream().flatMap(entry -> entry.remarks().stream()).toList();
    }
}
