package vn.phongtrao.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import vn.phongtrao.command.Database;
import vn.phongtrao.command.Environment;
import vn.phongtrao.refusal.Refusal;

/** PostgreSQL's own {@code pg_dump} and {@code pg_restore}: of the path, or of the folder that {@code PHONGTRAO_POSTGRESQL_BIN} names. */
final class PostgresTools {

    /** Names the folder of PostgreSQL's programs. */
    static final String FOLDER = "PHONGTRAO_POSTGRESQL_BIN";

    private final Optional<Path> folder;

    PostgresTools(Environment environment) {
        folder = environment.find(FOLDER).map(Path::of);
    }

    /** @param snapshot what {@code pg_export_snapshot} gave: the dump is of that moment */
    void dump(Database database, Optional<String> snapshot, Path file) {
        var options = new ArrayList<>(List.of("--format=custom", "--file=" + file));
        snapshot.ifPresent(id -> options.add("--snapshot=" + id));
        run(database, "pg_dump", options);
    }

    /** All or nothing. */
    void restore(Database database, Path file) {
        run(database, "pg_restore", List.of("--exit-on-error", "--single-transaction", "--no-owner", "--dbname=" + database.name(),
                file.toString()));
    }

    private void run(Database database, String program, List<String> options) {
        var line = new ArrayList<String>();
        line.add(folder.map(one -> one.resolve(program).toString()).orElse(program));
        line.add("--no-password");
        line.addAll(options);
        var start = new ProcessBuilder(line).redirectErrorStream(true);
        start.environment().putAll(database.variables());
        start.environment().put("LC_ALL", "C.UTF-8");
        try {
            var process = start.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                // what follows the first line may quote rows
                throw Refusal.conflict("%s không làm được: %s".formatted(program, said.lines().findFirst().orElse("không nói vì sao")));
            }
        } catch (IOException missing) {
            throw Refusal.conflict("Không chạy được %s: cài gói postgresql-client cùng phiên bản với máy chủ, hoặc đặt %s là thư mục có nó"
                    .formatted(program, FOLDER));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
