package org.deskwright.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.deskwright.DeskTestEnvironment;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything in the database, as its owner sees it: every row of every table, bytes in hex, the engine's and the record's with them. */
final class WholeDatabase {

    private final JdbcClient owner;

    WholeDatabase(Flyway flyway) {
        this.owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
    }

    /** Rows in which the word stands, as text or as bytes, shortened. */
    List<String> rowsWith(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return rows().stream().filter(row -> row.toLowerCase(Locale.ROOT).contains(word) || row.toLowerCase(Locale.ROOT).contains(bytes))
                .map(row -> row.substring(0, Math.min(row.length(), 300))).toList();
    }

    List<String> rows() {
        return DeskTestEnvironment.isPostgres() ? tables().stream().flatMap(table -> owner.sql("select '%s ' || t::text from %s t"
                .formatted(table, table)).query(String.class).list().stream()).toList() : owner.sql("script").query(String.class).list();
    }

    private List<String> tables() {
        return owner.sql("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query(String.class).list();
    }
}
