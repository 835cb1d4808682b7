package vn.phongtrao.backup;

import java.util.HashSet;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may do what with which table, its owner apart. Tables that are made where a role has default privileges begin with those, and a dump says
 * only what is granted: what a migration had taken from the role would come back.
 */
final class Grants {

    private static final String ALL = """
            select case relkind when 'S' then 'sequence' else 'table' end as kind, relname as name, rolname as role,
                   string_agg(privilege_type, ', ' order by privilege_type) as privileges
            from pg_class, lateral aclexplode(relacl) granted join pg_roles on pg_roles.oid = grantee
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and grantee <> relowner
            group by relkind, relname, rolname order by relname, rolname""";

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Manifest.Grant> all() {
        return jdbc.sql(ALL).query(Manifest.Grant.class).list();
    }

    /** Gives exactly these. */
    void make(List<Manifest.Grant> wanted) {
        var given = all();
        var others = new HashSet<>(given);
        wanted.forEach(others::remove);
        others.forEach(one -> run("revoke all on %s %I from %I", one));
        wanted.stream().filter(one -> !given.contains(one)).forEach(one -> run("grant " + one.privileges() + " on %s %I to %I", one));
    }

    private void run(String statement, Manifest.Grant on) {
        jdbc.sql(jdbc.sql("select format(?::text, ?::text, ?::text, ?::text)").params(statement, on.kind(), on.name(), on.role()).query(String.class).single()).update();
    }
}
