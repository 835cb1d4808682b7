package vn.phongtrao.backup;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in a database: how many rows, and each paper and document by the checksum of its bytes. No names of files: they may name people. */
final class Contents {

    private static final String SUMS = """
            select 'document,' || id || ',' || encode(sha256(content), 'hex') from dossier_document
            union all
            select 'paper,' || dossier_number || ',' || name || ',' || encode(sha256(content), 'hex') from paper
            order by 1""";

    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each, in order. */
    List<String> sums() {
        return jdbc.sql(SUMS).query(String.class).list();
    }

    /** Papers whose bytes are not those that were printed; by dossier and name. */
    List<String> damagedPapers() {
        return jdbc.sql("select dossier_number || ' ' || name from paper where sha256 <> sha256(content) order by 1").query(String.class).list();
    }

    List<Manifest.Rows> rows() {
        return tables().stream().map(table -> new Manifest.Rows(table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single())).toList();
    }

    /** Those of this schema, quoted where they need it. */
    private List<String> tables() {
        return jdbc.sql("""
                select quote_ident(relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                order by relname""").query(String.class).list();
    }

    boolean nothing() {
        return jdbc.sql("""
                select not exists (select from pg_class where relkind in ('r', 'v', 'm', 'S', 'p')
                    and relnamespace not in (select oid from pg_namespace where nspname like 'pg\\_%' or nspname = 'information_schema'))""")
                .query(Boolean.class).single();
    }

    String server() {
        return jdbc.sql("show server_version").query(String.class).single();
    }

    /** Those of the roles that this server does not have. */
    List<String> missing(List<String> roles) {
        return roles.stream().filter(role -> !jdbc.sql("select exists (select from pg_roles where rolname = ?)").param(role)
                .query(Boolean.class).single()).toList();
    }
}
