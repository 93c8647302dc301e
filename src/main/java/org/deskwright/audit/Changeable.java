package org.deskwright.audit;

import java.util.List;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which tables of the record the database lets be changed, wholly or a column of them. */
final class Changeable {

    private static final List<String> TABLES = List.of("entry", "seal", "subtree", "checkpoint", "pruning");
    private static final String BY_ITSELF = """
            has_table_privilege(c.oid, 'update, delete, truncate, trigger') or has_any_column_privilege(c.oid, 'update') or pg_has_role(c.relowner, 'member')""";
    private static final String BY_OTHERS = """
            exists (select 1 from aclexplode(c.relacl) a where a.grantee <> c.relowner and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'))
            or exists (select 1 from pg_attribute t, aclexplode(t.attacl) a where t.attrelid = c.oid and a.grantee <> c.relowner and a.privilege_type = 'UPDATE')""";

    private Changeable() {
    }

    /** By the user of these connections. */
    static List<String> byItself(JdbcClient jdbc, boolean h2) {
        return h2 ? onH2(jdbc) : onPostgres(jdbc, BY_ITSELF);
    }

    /** By anybody but their owner; on H2 others than the user of these connections are not shown to it. */
    static List<String> byAnybody(JdbcClient jdbc, boolean h2) {
        return h2 ? onH2(jdbc) : onPostgres(jdbc, BY_ITSELF + " or " + BY_OTHERS);
    }

    /** It has no function to ask. It refuses by right before it looks for rows, and asked for are none. */
    private static List<String> onH2(JdbcClient jdbc) {
        return TABLES.stream().filter(table -> mayRun(jdbc, "delete from record.%s where false".formatted(table))
                || mayRun(jdbc, "update record.%s set %s where false".formatted(table, column(table)))).map("record."::concat).toList();
    }

    /** Rights are of whole tables there. */
    private static String column(String table) {
        return switch (table) {
            case "seal" -> "authentic = authentic";
            case "subtree" -> "root = root";
            default -> "id = id";
        };
    }

    private static boolean mayRun(JdbcClient jdbc, String change) {
        try {
            jdbc.sql(change).update();
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private static List<String> onPostgres(JdbcClient jdbc, String which) {
        return jdbc.sql("select 'record.' || relname from pg_class c where relnamespace = 'record'::regnamespace and relkind = 'r' and (%s) order by relname".formatted(which))
                .query(String.class).list();
    }
}
