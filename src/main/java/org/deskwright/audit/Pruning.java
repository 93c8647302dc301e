package org.deskwright.audit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes entries away that the record itself says may go. Needs the tables' owner; the desk's own user may not delete. */
final class Pruning {

    private Pruning() {
    }

    /**
     * What the record says may go, once a day went by since: time for people to see that the clock is wrong by which it is old.
     *
     * @return how many entries went
     */
    static int take(JdbcClient owner) {
        long signed = owner.sql("select coalesce(max(size), 0) from record.checkpoint").query(Long.class).single();
        SealTimes times = new SealTimes(owner);
        long upTo = new RecordRows(owner).sealedOf(Retention.KIND, signed).stream().filter(row -> row.entry().authentic() && row.entry().leaf().equals(row.claimed()))
                .filter(row -> times.areFarBehind(row.entry())).findFirst().flatMap(row -> said(row.entry().body())).map(Leave::upTo).orElse(0L);
        return owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < ?)").param(Math.min(upTo, signed)).update();
    }

    /**
     * @param upTo   the entries before this one may go, all at once
     * @param places root over the {@link SealedEntry#place() places} that they leave behind
     * @param waiting so much time the desk has to be seen running before they go; none by the rule of earlier versions, which did not say it
     */
    record Leave(long upTo, String places, Duration waiting) {
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
                    ? Optional.of(new Leave(facts.path("upTo").asLong(), facts.path("places").asText(), Duration.parse(facts.path("wait").asText("PT0S"))))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
