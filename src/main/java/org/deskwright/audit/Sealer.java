package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts committed entries into the tree, in one order for all. Writers know nothing of it and wait for nothing; on
 * PostgreSQL one node at a time does it, under a lock that ends with its transaction. A seal is an entry's place for good,
 * so what one transaction seals is either all there or not at all.
 */
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final String HEARTBEAT = "HEARTBEAT";
    private static final int BATCH = 1000;
    /** Of what the desk writes a batch is far smaller. */
    private static final int BATCH_BYTES = 32 * 1024 * 1024;
    /** The lowest id stands in it twice, or PostgreSQL reads the index of all seals for it. */
    private static final String UNSEALED = """
            select * from (
                select waiting.*, sum(octet_length(body)) over (order by id) as filled from (
                    select id, uid, at, kind, who, coalesce(ticket_number, '') as entry_ticket, body, %s from record.entry e
                    where id > ? and %s and not exists (select 1 from record.seal s where s.entry_id = e.id and s.entry_id > ?) order by id limit ?) waiting) batch
            where filled <= ? order by id""".formatted(Hash.column("mac"), RecordRows.FITS);
    /** The letters of "record"; any number will do that nobody else takes. */
    private static final long LOCK = 0x7265636f7264L;
    /** No transaction of the desk lasts as long: ids that are still missing by then were rolled back. */
    static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);
    /** An entry this far from the moment of sealing was not merely waiting; a seal this far before the last one has another clock. */
    private static final Duration PLAUSIBLE = Duration.ofMinutes(5);
    /** Nearly all transactions commit before so many later entries are sealed; the others are looked for now and then. */
    private static final int NEAR = 2_000;
    private static final Duration LOOK_EVERYWHERE_EVERY = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofHours(1);

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog log;
    private final WritersMark mark;
    private final Notary notary;
    private final Clock clock;
    private final Turn turn;
    private final SealTimes times;
    private final SealedBefore sealedBefore;

    private Frontier frontier = new Frontier();
    /** Up to this id nothing is left to seal, nor will be. */
    private long settledTo = -1;
    private long candidate;
    private Instant candidateSince;
    private long seenTo;
    private Instant lookedEverywhere = Instant.EPOCH;
    private Instant sealedLast = Instant.EPOCH;

    /** @param shared whether other nodes may seal in the same database */
    Sealer(JdbcTemplate batches, TransactionTemplate transaction, AuditLog log, WritersMark mark, Notary notary, Clock clock, boolean shared) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transaction = transaction;
        this.log = log;
        this.mark = mark;
        this.notary = notary;
        this.clock = clock;
        this.turn = new Turn(jdbc, LOCK, shared);
        this.times = new SealTimes(jdbc);
        this.sealedBefore = new SealedBefore(jdbc, PLAUSIBLE);
        this.candidateSince = clock.instant();
    }

    /** @param authentic the desk wrote it, and the row says what its text says */
    private record Unsealed(long id, Instant at, String ticket, String body, boolean authentic) {
    }

    private record Sealed(Frontier tree, Note head, Instant at) {
    }

    /** @return how many entries were sealed; 0 if there were none, or if another node seals */
    synchronized int seal() {
        Sealed sealed = transaction.execute(status -> turn.isOurs() ? sealed() : null);
        if (sealed == null) {
            return 0;
        }
        int count = Math.toIntExact(sealed.tree().size() - frontier.size());
        frontier = sealed.tree();
        sealedLast = sealed.at();
        notary.keep(sealed.head());
        return count;
    }

    void sealAll() {
        while (seal() > 0) {
            // there may be more
        }
    }

    private Sealed sealed() {
        frontier = notary.continued(frontier);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Unsealed> entries = unsealed(now);
        if (entries.isEmpty()) {
            beat(now);
            return null;
        }
        Optional<Instant> last = times.last();
        boolean wentBack = last.filter(at -> at.isAfter(now.plus(PLAUSIBLE))).isPresent();
        last.filter(at -> at.plus(SILENCE).isBefore(now) && sealedLast.plus(SILENCE).isBefore(now)).ifPresent(at -> tellOfSilence(at, now));
        Frontier grown = new Frontier(frontier.size(), frontier.roots());
        Map<String, Long> sequences = sequences(entries);
        List<Object[]> seals = new ArrayList<>();
        List<Object[]> subtrees = new ArrayList<>();
        Set<Long> before = sealedBefore.among(entries.stream().filter(entry -> entry.authentic() && (wentBack || isSuspect(entry.at(), now)))
                .map(entry -> new SealedBefore.Late(entry.id(), entry.at(), entry.ticket(), entry.body())).toList());
        for (Unsealed entry : entries) {
            SealedEntry sealed = new SealedEntry(grown.size(), entry.ticket(), sequences.merge(entry.ticket(), 1L, Long::sum), now,
                    wentBack || isSuspect(entry.at(), now), entry.authentic() && !before.contains(entry.id()), entry.body());
            Hash leaf = sealed.leaf();
            seals.add(new Object[] { sealed.index(), entry.id(), sealed.ticket(), sealed.sequence(), Timestamp.from(now),
                    sealed.clockSuspect(), sealed.authentic(), leaf.bytes() });
            grown.append(leaf, (height, position, root) -> {
                if (StoredTree.isStored(height)) {
                    subtrees.add(new Object[] { height, position, root.bytes() });
                }
            });
        }
        batches.batchUpdate("insert into record.seal (leaf_index, entry_id, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, leaf_hash) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?)", seals);
        batches.batchUpdate("insert into record.subtree (height, position, root) values (?, ?, ?)", subtrees);
        return new Sealed(grown, notary.sign(grown), now);
    }

    private static boolean isSuspect(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(PLAUSIBLE) > 0;
    }

    private List<Unsealed> unsealed(Instant now) {
        if (settledTo < 0) {
            settledTo = new RecordRows(jdbc).settledTo();
        }
        boolean everywhere = lookedEverywhere.plus(LOOK_EVERYWHERE_EVERY).isBefore(now);
        long from = everywhere ? settledTo : Math.max(settledTo, seenTo - NEAR);
        List<Unsealed> entries = jdbc.sql(UNSEALED).params(from, from, BATCH, BATCH_BYTES)
                .query((row, number) -> new Unsealed(row.getLong("id"), row.getTimestamp("at").toInstant(),
                        row.getString("entry_ticket"), row.getString("body"),
                        RecordRows.differing(row) == null && mark.fits(row.getString("body"), row.getBytes("mac")))).list();
        if (everywhere) {
            lookedEverywhere = now;
        }
        boolean nothingBelow = everywhere && (entries.isEmpty() || entries.get(0).id() > candidate);
        if (nothingBelow && candidateSince.plus(LONGEST_TRANSACTION).isBefore(now)) {
            settledTo = candidate;
            candidate = seenTo;
            candidateSince = now;
        }
        // whoever adds a row chooses its number, and with a huge one would have all others passed over
        seenTo = entries.stream().filter(Unsealed::authentic).mapToLong(Unsealed::id).reduce(seenTo, Math::max);
        return entries;
    }

    private Map<String, Long> sequences(List<Unsealed> entries) {
        Map<String, Long> sequences = new HashMap<>();
        jdbc.sql("select ticket_number, max(ticket_sequence) from record.seal where ticket_number in (:tickets) group by ticket_number")
                .param("tickets", entries.stream().map(Unsealed::ticket).distinct().toList())
                .query(row -> {
                    sequences.put(row.getString(1), row.getLong(2));
                });
        return sequences;
    }

    /** An idle record still grows, so that the time it was cut off at shows. */
    private void beat(Instant now) {
        if (Duration.between(times.last().orElse(Instant.EPOCH), now).abs().compareTo(HEARTBEAT_EVERY) >= 0) {
            log.write(null, HEARTBEAT, Actor.DESK, Map.of());
        }
    }

    /** A desk that runs is never silent for so long: it was off, or its clock leapt. Which of the two, people have to know. */
    private void tellOfSilence(Instant from, Instant to) {
        LOG.warn("Nothing was sealed between {} and {}: if the desk did run then, its clock was put forward", from, to);
        log.write(null, "SILENCE", Actor.DESK, Map.of("from", from.toString(), "to", to.toString()));
    }
}
