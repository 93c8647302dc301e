package org.deskwright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.Paperwork;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Security hears of an open breaker once, also when the directory was down at first. */
@BareDeskTest
class BreakerNoticeTest {

    private static final String SUBJECT = "Password resets wait for people: the breaker has opened";

    private final BreakerNotice notice;
    private final Paperwork paperwork;
    private final ExamplePeople people;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    BreakerNoticeTest(BreakerNotice notice, Paperwork paperwork, ExamplePeople people, Timeline timeline, JdbcClient jdbc) {
        this.notice = notice;
        this.paperwork = paperwork;
        this.people = people;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    @AfterEach
    void closed() {
        people.unavailable(false);
        jdbc.sql("update breaker set closed_at = opened_at where closed_at is null").update();
    }

    @Test
    void securityIsToldOnce() {
        String number = paperwork.ticket("ada.lindqvist").number();
        int before = mails().size();
        notice.tell();
        assertThat(mails()).hasSize(before);

        jdbc.sql("insert into breaker (id, ticket_number, why, opened_at) values (?, ?, 'More than 10 password resets', current_timestamp)")
                .params(UUID.randomUUID(), number).update();
        people.unavailable(true);
        assertThatExceptionOfType(DirectoryUnavailable.class).isThrownBy(notice::tell);
        people.unavailable(false);
        notice.tell();
        notice.tell();
        assertThat(mails()).hasSize(before + 1).last().isEqualTo("kwame.mensah@example.org");
        assertThat(timeline.of(number, true)).last().satisfies(entry ->
                assertThat(entry.what()).isEqualTo("The breaker for password resets has opened here: More than 10 password resets"));
    }

    private List<String> mails() {
        return jdbc.sql("select address from message where subject = ? order by created_at").param(SUBJECT).query(String.class).list();
    }
}
