package org.deskwright.audit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes entries away that the record itself says may go. Needs the tables' owner; the desk's own user may not delete. */
final class Pruning {

    private static final String GOING = "(select entry_id from record.seal where leaf_index >= ? and leaf_index < ?)";

    private Pruning() {
    }

    /**
     * Up to where the record says that entries may go, once a day went by since: time for people to see that the clock is wrong by
     * which they are old. The columns only tell whether it is worth to ask: whoever may add rows can have them say anything.
     *
     * @param jdbc sees the record as it is at one moment
     * @return the place behind the last of them; 0 if there is nothing to take
     * @throws MalformedRecord if the record is not what was signed
     */
    static long mayGo(JdbcClient jdbc, VerifierKey key) {
        RecordRows rows = new RecordRows(jdbc);
        rows.atOneMoment();
        SealTimes times = new SealTimes(jdbc);
        long claimed = rows.sealedOf(Retention.KIND).stream().filter(row -> times.areFarBehind(row.entry())).findFirst()
                .flatMap(row -> said(row.entry().body())).map(Leave::upTo).orElse(0L);
        return claimed > rows.gone() ? verified(rows, key).mayGo() : 0;
    }

    /**
     * Whoever dated a seal back would have the desk itself let go what is young, and say that this was right.
     *
     * @throws MalformedRecord if the record is not what was signed
     */
    static Verification.Verdict verified(RecordRows rows, VerifierKey key) {
        Verification verification = new Verification(key);
        DatabaseRecord.read(rows, verification);
        Verification.Verdict verdict = verification.verdict();
        if (!verdict.isSound()) {
            throw new MalformedRecord("nothing is let go of a record that is not what was signed: " + verdict.findings().get(0));
        }
        return verdict;
    }

    /**
     * Takes them, and what they are found by.
     *
     * @return how many entries went
     */
    static int take(JdbcClient owner, long upTo) {
        long gone = new RecordRows(owner).gone();
        owner.sql("delete from record_mention where entry_id in " + GOING).params(gone, upTo).update();
        owner.sql("delete from record_index where entry_id in " + GOING).params(gone, upTo).update();
        return owner.sql("delete from record.entry where id in " + GOING).params(gone, upTo).update();
    }

    /**
     * @param upTo   the entries before this one may go, all at once
     * @param places root over the {@link SealedEntry#place() places} that they leave behind
     * @param gone   how many had gone when it was said; empty in earlier versions, which did not say it
     * @param waiting so much time the desk has to be seen running before they go; none by the rule of earlier versions, which did not say it
     */
    record Leave(long upTo, String places, OptionalLong gone, Duration waiting) {
    }

    /**
     * @param body of an entry that is as it was sealed
     * @return empty if it lets nothing go
     */
    static Optional<Leave> said(String body) {
        if (!body.contains(Retention.KIND)) {
            return Optional.empty(); // nearly all of them, and reading takes long
        }
        try {
            JsonNode entry = CanonicalJson.JSON.readTree(body);
            JsonNode facts = entry.at("/unmapped/facts");
            return entry.path("activity_name").asText().equals(Retention.KIND)
                    ? Optional.of(new Leave(facts.path("upTo").asLong(), facts.path("places").asText(),
                            facts.has("gone") ? OptionalLong.of(facts.get("gone").asLong()) : OptionalLong.empty(), Duration.parse(facts.path("wait").asText("PT0S"))))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
