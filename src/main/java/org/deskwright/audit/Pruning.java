package org.deskwright.audit;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes entries away that the record itself says may go. Needs the tables' owner; the desk's own user may not delete. */
final class Pruning {

    private Pruning() {
    }

    /** @return how many entries went */
    static int take(JdbcClient owner) {
        long signed = owner.sql("select coalesce(max(size), 0) from record.checkpoint").query(Long.class).single();
        List<String> said = owner.sql("""
                select e.body from record.entry e join record.seal s on s.entry_id = e.id
                where e.kind = ? and s.authentic and s.leaf_index < ? order by s.leaf_index desc limit 1""")
                .params(Retention.KIND, signed).query(String.class).list();
        return said.isEmpty() ? 0 : owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < ?)")
                .param(Math.min(upTo(said.get(0)), signed)).update();
    }

    /** @return up to where entries may go by what this one says; 0 if it says nothing of that */
    static long upTo(String body) {
        if (!body.contains(Retention.KIND)) {
            return 0; // nearly all of them, and reading takes long
        }
        try {
            JsonNode entry = CanonicalJson.JSON.readTree(body);
            return entry.path("activity_name").asText().equals(Retention.KIND) ? entry.at("/unmapped/facts/upTo").asLong() : 0;
        } catch (JsonProcessingException e) {
            throw new MalformedRecord("the text of an entry is no JSON", e);
        }
    }
}
