package vn.phongtrao.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.phongtrao.command.Database;
import vn.phongtrao.command.Environment;
import vn.phongtrao.refusal.Refusal;

/**
 * {@code java -jar phongtrao.jar backup FOLDER}: takes everything out while the program runs, as it is at one moment: the database by
 * {@code pg_dump}, that of Keycloak, and the checksum of each paper and document, by which {@link RestoreCommand} proves that it is whole.
 */
public final class BackupCommand {

    /** What the command line begins with. */
    public static final String NAME = "backup";

    static final String DATA = "phongtrao.dump";
    static final String ACCOUNTS = "keycloak.dump";
    static final String SUMS = "contents.csv";

    private static final String USAGE = """
            Cách dùng: java -jar phongtrao.jar backup THƯ-MỤC-MỚI [--without-realm]
              sao lưu tất cả vào một thư mục mới, trong khi chương trình vẫn chạy
            """;

    private final PrintStream out;
    private final PrintStream problems;
    private final Environment environment;

    /** @param environment where both databases are, and the key */
    public BackupCommand(PrintStream out, PrintStream problems, Environment environment) {
        this.out = out;
        this.problems = problems;
        this.environment = environment;
    }

    /** @return 0; 1 when something stands in the way, which it prints, and there is no backup; 2 for a wrong call */
    public int run(List<String> arguments) {
        return Call.run(arguments, USAGE, problems, this::backUp);
    }

    private void backUp(Call call) throws SQLException {
        var database = Database.of(environment, Call.DATABASE);
        var realm = call.withRealm() ? Optional.of(Database.of(environment, Call.REALM)) : Optional.<Database>empty();
        var tools = new PostgresTools(environment);
        var keys = new Keys(environment);
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var history = History.of(jdbc);
            History.require(history, History.ofProgram(database), "Cơ sở dữ liệu", "đang chạy trên đó");
            var mark = jdbc.sql("select sealed from citizen_key where replaced_at is null").query(byte[].class).optional().orElse(null);
            keys.require(mark);
            var folder = BackupFolder.make(call.folder());
            var madeAt = Instant.now();
            tools.dump(database, Optional.of(jdbc.sql("select pg_export_snapshot()").query(String.class).single()), folder.file(DATA));
            List<String> files = new ArrayList<>(List.of(DATA, SUMS));
            realm.ifPresent(accounts -> {
                tools.dump(accounts, Optional.empty(), folder.file(ACCOUNTS));
                files.add(ACCOUNTS);
            });
            var contents = new Contents(jdbc);
            var sums = contents.sums();
            write(folder, sums);
            folder.finish(new Manifest(Call.program(), madeAt, contents.server(), history, new Grants(jdbc).all(), keys.needed(), mark, contents.rows(),
                    realm.isPresent()), files);
            out.println("Đã sao lưu vào %s: phiên bản %s, bước %s, %d tài liệu và văn bản%s.".formatted(call.folder(), Call.program(),
                    history.get(history.size() - 1).version(), sums.size(), realm.isPresent() ? ", cả tài khoản" : "; không kèm tài khoản"));
            out.println("Cần cất riêng: " + String.join(", ", keys.needed().stream().map(Manifest.Key::variable).toList()));
            damaged(contents.damagedPapers());
        }
    }

    private void damaged(List<String> papers) {
        if (!papers.isEmpty()) {
            throw Refusal.conflict("Bản sao đã xong, nhưng trong cơ sở dữ liệu có văn bản đã hỏng từ trước: " + String.join(", ", papers));
        }
    }

    private static void write(BackupFolder folder, List<String> sums) {
        try {
            Files.write(folder.file(SUMS), sums);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
