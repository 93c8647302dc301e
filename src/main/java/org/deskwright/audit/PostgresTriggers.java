package org.deskwright.audit;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The triggers of the record on PostgreSQL that are as the migrations made them, down to the text of what they run: their owner can empty that. */
final class PostgresTriggers {

    /** SHA-256 of what stands between the quotes of each function; whoever changes one in a migration changes it here. */
    private static final String APPEND_ONLY = "97af1f9dc0f8772581a44801245ae5d4c5fe44fd5316a471b565a682e956fa1e";
    private static final String PRUNED_ONLY = "d5adf171af52b28ed588b92ec63959c07188c69c77f310318448f18f022c9693";
    private static final String ALL = "BEFORE DELETE OR UPDATE OR TRUNCATE";
    private static final Map<String, String> MADE = Map.of(
            "entry.entry_stays", made("entry_stays", "BEFORE UPDATE OR TRUNCATE", "entry", "STATEMENT", APPEND_ONLY),
            "entry.entry_is_kept", made("entry_is_kept", "BEFORE DELETE", "entry", "ROW", PRUNED_ONLY),
            "seal.seal_stays", made("seal_stays", ALL, "seal", "STATEMENT", APPEND_ONLY),
            "subtree.subtree_stays", made("subtree_stays", ALL, "subtree", "STATEMENT", APPEND_ONLY),
            "checkpoint.checkpoint_stays", made("checkpoint_stays", ALL, "checkpoint", "STATEMENT", APPEND_ONLY),
            "pruning.pruning_stays", made("pruning_stays", ALL, "pruning", "STATEMENT", APPEND_ONLY));

    private PostgresTriggers() {
    }

    private static String made(String trigger, String when, String table, String each, String function) {
        return "CREATE TRIGGER %s %s ON record.%s FOR EACH %s %s".formatted(trigger, when, table, each, function);
    }

    /** One that is set to fire on replicas alone is off. */
    static List<String> asMade(JdbcClient jdbc) {
        return jdbc.sql("""
                select c.relname || '.' || t.tgname as name,
                split_part(pg_get_triggerdef(t.oid), ' EXECUTE ', 1) || ' ' || encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex') as made
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                where c.relnamespace = 'record'::regnamespace and t.tgenabled in ('O', 'A')""").query(Trigger.class).list().stream()
                .filter(trigger -> trigger.made().equals(MADE.get(trigger.name()))).map(Trigger::name).toList();
    }

    private record Trigger(String name, String made) {
    }
}
