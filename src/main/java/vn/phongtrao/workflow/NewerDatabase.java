package vn.phongtrao.workflow;

import java.util.Arrays;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** A newer version has been at the database: what it has changed there this one would not see, and not keep. */
final class NewerDatabase extends RuntimeException {

    private NewerDatabase(String step, String known) {
        super("Cơ sở dữ liệu của phiên bản mới hơn chương trình này (ở bước %s, chương trình biết đến bước %s)".formatted(step, known));
    }

    /** Changes nothing. @throws NewerDatabase where there is a step that this version does not know; Flyway itself would work on it */
    static void refuse(Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().applied())
                .filter(step -> step.getVersion() != null && !step.getState().isResolved()).reduce(NewerDatabase::later);
        if (unknown.isPresent()) {
            var known = Arrays.stream(flyway.info().all()).filter(step -> step.getVersion() != null && step.getState().isResolved())
                    .reduce(NewerDatabase::later);
            throw new NewerDatabase(version(unknown.get()), known.map(NewerDatabase::version).orElse("0"));
        }
    }

    private static MigrationInfo later(MigrationInfo one, MigrationInfo other) {
        return one.getVersion().compareTo(other.getVersion()) > 0 ? one : other;
    }

    private static String version(MigrationInfo step) {
        return step.getVersion().getVersion();
    }
}
