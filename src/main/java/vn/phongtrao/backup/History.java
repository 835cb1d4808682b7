package vn.phongtrao.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.command.Database;
import vn.phongtrao.refusal.Refusal;

/** The steps that bring a database to this version, as Flyway has them. */
final class History {

    private History() {
    }

    /** Those that a database has been through; empty where it is none of this program. */
    static List<Manifest.Migration> of(JdbcClient jdbc) {
        if (jdbc.sql("select to_regclass('flyway_schema_history') is null").query(Boolean.class).single()) {
            return List.of();
        }
        return jdbc.sql("""
                select version, checksum from flyway_schema_history where success and version is not null
                order by string_to_array(version, '.')::int[]""").query(Manifest.Migration.class).list();
    }

    /** Those that come with this program; nothing is changed. */
    static List<Manifest.Migration> ofProgram(Database database) {
        return Arrays.stream(Flyway.configure().dataSource(database.url(), database.user(), database.password()).load().info().all())
                .filter(step -> step.getVersion() != null && step.getScript() != null && step.getChecksum() != null)
                .map(History::known).toList();
    }

    private static Manifest.Migration known(MigrationInfo step) {
        return new Manifest.Migration(step.getVersion().getVersion(), step.getChecksum());
    }

    /**
     * Whether this program is of the version that a database is of.
     *
     * @param what the database in Vietnamese, as a sentence begins with it
     * @throws Refusal conflict, where it is of a newer or an older one
     */
    static void require(List<Manifest.Migration> there, List<Manifest.Migration> here, String what, String program) {
        if (there.isEmpty()) {
            throw Refusal.conflict("%s không phải của chương trình này".formatted(what));
        }
        if (Objects.equals(there, here)) {
            return;
        }
        var newer = !here.containsAll(there) && there.size() > here.size();
        throw Refusal.conflict(("%s thuộc phiên bản %s chương trình này (cơ sở dữ liệu ở bước %s, chương trình ở bước %s)."
                + " Hãy dùng chương trình phiên bản %s").formatted(what, newer ? "mới hơn" : here.containsAll(there) ? "cũ hơn" : "khác với",
                last(there), last(here), program));
    }

    private static String last(List<Manifest.Migration> steps) {
        return steps.get(steps.size() - 1).version();
    }
}
