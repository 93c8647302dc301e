package org.deskwright.ticket;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All tickets. Each change is one statement on what it changes, so that two changes at once do not undo each other; a closed
 * ticket takes none.
 */
@Component
public class Tickets {

    private final JdbcClient jdbc;
    private final Contents contents;
    private final TicketRow row;
    private final Clock clock;

    Tickets(JdbcClient jdbc, Contents contents, Answers answers, Clock clock) {
        this.contents = contents;
        this.row = new TicketRow(contents, answers);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stores a new ticket with the status received.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a ticket with this source key is there already
     */
    public String add(String subject, String body, Channel channel, String sourceKey, String requester, String sender,
                      boolean senderAuthenticated) {
        // taken first: a database that runs a blocked insert anew would take another number each time
        String number = "DW-" + jdbc.sql("select nextval('ticket_number')").query(Long.class).single();
        jdbc.sql("""
                insert into ticket (number, subject, body, channel, source_key, requester, sender, sender_authenticated, status, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(number, contents.kept(number, subject, sourceKey), contents.kept(number, body, sourceKey), channel.word(), sourceKey,
                        requester, sender, senderAuthenticated, TicketStatus.RECEIVED.word(), now())
                .update();
        return number;
    }

    /** Their own word; the process is told of it besides. */
    public void withdraw(String number, String login) {
        update("withdrawn_by = ?", number, login);
    }

    /**
     * What one of the desk's own incidents is about; of another incident, what that is about.
     *
     * @param what id of an action, or number of a ticket
     */
    public void keepAbout(String number, String what) {
        update("about = coalesce((select other.about from ticket other where other.number = ?), ?)", number, what, what);
    }

    /** Empty if nobody withdrew it, whatever a diagram says. */
    public Optional<String> withdrawnBy(String number) {
        return jdbc.sql("select withdrawn_by from ticket where number = ? and withdrawn_by is not null").param(number).query(String.class).optional();
    }

    /** What the requester says of whether it is solved: as soon as they have written it, or as a step hears it. Their last word counts. */
    public void answer(String number, boolean solved) {
        update("solved = ?, answered_at = ?", number, solved, now());
    }

    /** Whether it is resolved, and the requester has not answered since whether it is solved. */
    public boolean isUnanswered(String number) {
        return jdbc.sql("select count(*) from ticket where number = ? and status = ? and (answered_at is null or answered_at < resolved_at)")
                .params(number, TicketStatus.RESOLVED.word()).query(Integer.class).single() == 1;
    }

    /** Whether it is solved, as the requester has answered since it was resolved; empty if they have not, or it is resolved no more. */
    public Optional<Boolean> answerOf(String number) {
        return jdbc.sql("select solved from ticket where number = ? and status = ? and answered_at >= resolved_at")
                .params(number, TicketStatus.RESOLVED.word()).query(Boolean.class).optional();
    }

    /** Since when whatever had been done has not solved it: when the requester said so; empty if they have not, or say now that it is solved. */
    public Optional<Instant> unsolvedSince(String number) {
        return answeredAt(number, false);
    }

    public boolean isSaidToBeSolved(String number) {
        return answeredAt(number, true).isPresent();
    }

    private Optional<Instant> answeredAt(String number, boolean solved) {
        return jdbc.sql("select answered_at from ticket where number = ? and solved = ? and answered_at is not null").params(number, solved)
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** What it is about, as the desk itself files it. */
    public void fileAs(String number, String category) {
        update("filed_as = ?", number, category);
    }

    /** Until anybody has said what it is about: from then on that counts. */
    public Optional<String> filedAs(String number) {
        return jdbc.sql("select filed_as from ticket where number = ? and category is null and filed_as is not null").param(number).query(String.class).optional();
    }

    /** What came of the last one-time code, in the words of the step that knows. */
    public void keepVerification(String number, String verification) {
        update("verification = ?", number, verification);
    }

    /** Empty if none was ever to be sent. */
    public Optional<String> verificationOf(String number) {
        return jdbc.sql("select verification from ticket where number = ? and verification is not null").param(number).query(String.class).optional();
    }

    /** @throws UnknownTicket if there is none */
    public Ticket get(String number) {
        return find(number).orElseThrow(() -> new UnknownTicket(number));
    }

    public Optional<Ticket> find(String number) {
        return jdbc.sql("select * from ticket where number = ?").param(number).query(row).optional();
    }

    /** Until the transaction ends, nobody else changes this ticket, or says something to it that only one may say. */
    public void hold(String number) {
        jdbc.sql("select number from ticket where number = ? for update").param(number).query(String.class).optional();
    }

    public Optional<String> numberOf(String sourceKey) {
        return jdbc.sql("select number from ticket where source_key = ?").param(sourceKey).query(String.class).optional();
    }

    public TicketPage search(TicketSearch search) {
        List<Ticket> items = jdbc.sql("select * from ticket" + search.condition()
                        + " order by received_at desc, number desc limit :size offset :offset")
                .params(search.parameters()).param("size", search.size()).param("offset", (long) search.page() * search.size())
                .query(row).list();
        long total = jdbc.sql("select count(*) from ticket" + search.condition()).params(search.parameters())
                .query(Long.class).single();
        return new TicketPage(items, search.page(), search.size(), total);
    }

    /** @return the requester's login; before anybody knows it, the address that it claims to come from; empty if there is no such ticket */
    public Optional<String> personOf(String number) {
        return jdbc.sql("select coalesce(requester, sender) from ticket where number = ? and coalesce(requester, sender) is not null").param(number)
                .query(String.class).optional();
    }

    /**
     * @param person login, or mail address in lower case
     * @return numbers of the tickets that are theirs, of incidents about these or about what was planned for them, and the addresses
     *         theirs came from, in lower case
     */
    public List<String> tracesOf(String person) {
        return jdbc.sql("""
                with theirs as (select number from ticket where requester = :person or requester is null and lower(sender) = :person)
                select number from theirs
                union select ticket.number from ticket join theirs on theirs.number = ticket.about
                union select number from ticket join action_plan on cast(action_plan.id as varchar(36)) = about where target = :person
                union select lower(sender) from ticket where requester = :person and sender is not null""").param("person", person)
                .query(String.class).list();
    }

    /** Nothing learns from the words of these tickets any more, also of closed ones. */
    public void forget(Collection<String> numbers) {
        jdbc.sql("update ticket set forgotten_at = :now where number in (:numbers) and forgotten_at is null").param("now", now())
                .param("numbers", Reader.listed(numbers)).update();
    }

    public void identify(String number, String requester) {
        update("requester = ?", number, requester);
    }

    public void classify(String number, String category, Confidence confidence) {
        update("category = ?, confidence = ?, confidence_raw = ?, confidence_calibrated = ?, confidence_source = ?, confidence_n = ?, "
                        + "confidence_method = ?, confidence_data_hash = ?", number, category, confidence.value(),
                confidence.raw(), confidence.calibrated(), confidence.source(), confidence.n(), confidence.method(), confidence.dataHash());
    }

    /** What its words say, as they were read last. */
    public void keepImpression(String number, Impression it) {
        update("language = ?, sentiment = ?, frustrated = ?, said_urgency = ?, names_other = ?, second_request = ?, second_category = ?, machine_signs = ?, broken_answer = ?, left_to_people = ?",
                number, it.language(), it.sentiment(), it.frustrated(), it.urgency(), it.namesOther(), it.second(), it.secondCategory(),
                String.join("\n", it.machineSigns()), it.brokenAnswer(), it.leftToPeople());
    }

    public void assess(String number, Level impact, Level urgency) {
        update("impact = ?, urgency = ?", number, impact.word(), urgency.word());
    }

    public void assign(String number, int priority, String queue, Instant responseDue, Instant resolutionDue) {
        update("priority = ?, queue = ?, response_due = ?, resolution_due = ?", number, priority, queue,
                Timestamp.from(responseDue), Timestamp.from(resolutionDue));
    }

    public void transfer(String number, String queue) {
        update("queue = ?", number, queue);
    }

    public void decide(String number, String autonomy, List<String> reasons) {
        update("autonomy = ?, reasons = ?", number, autonomy, String.join("\n", reasons));
    }

    public void setStatus(String number, TicketStatus status) {
        update("status = ?", number, status.word());
    }

    /** @param kept what was done, as {@link Contents} keeps it */
    public void resolve(String number, String kept) {
        update("status = ?, resolution_text = ?, resolved_at = ?", number, TicketStatus.RESOLVED.word(), kept, now());
    }

    /** @return {@code false} if it was closed before */
    public boolean close(String number, ClosureCode code) {
        return jdbc.sql("update ticket set status = ?, closure_code = ?, closed_at = ? where number = ? and closed_at is null")
                .params(TicketStatus.CLOSED.word(), code.word(), now(), number).update() == 1;
    }

    /**
     * @throws UnknownTicket if there is none
     * @throws TicketClosed  if it is closed
     */
    private void update(String assignments, String number, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = number;
        if (jdbc.sql("update ticket set " + assignments + " where number = ? and closed_at is null").params(all).update() != 1) {
            throw new TicketClosed(get(number).number());
        }
    }

    /** For others who ask the same table. */
    TicketRow row() {
        return row;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
