package vn.phongtrao.backup;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.phongtrao.command.Database;
import vn.phongtrao.command.Environment;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.EngineZone;
import vn.phongtrao.workflow.Strays;

/**
 * {@code java -jar phongtrao.jar restore FOLDER}: brings a backup into empty databases and proves that it is whole. What can be known
 * before is known before: a damaged backup, another version, a wrong key, a database that holds something; then nothing is changed.
 */
public final class RestoreCommand {

    /** What the command line begins with. */
    public static final String NAME = "restore";

    private static final String USAGE = """
            Cách dùng: java -jar phongtrao.jar restore THƯ-MỤC [--without-realm]
              khôi phục một bản sao vào cơ sở dữ liệu trống, rồi kiểm tra từng văn bản và tài liệu
            """;

    private final PrintStream out;
    private final PrintStream problems;
    private final Environment environment;

    /** @param environment where both databases are, with the users that own them, and the key */
    public RestoreCommand(PrintStream out, PrintStream problems, Environment environment) {
        this.out = out;
        this.problems = problems;
        this.environment = environment;
    }

    /** @return 0; 1 when something stands in the way, which it prints; 2 for a wrong call */
    public int run(List<String> arguments) {
        return Call.run(arguments, USAGE, problems, this::restore);
    }

    private void restore(Call call) throws SQLException {
        var database = Database.of(environment, Call.DATABASE);
        var folder = BackupFolder.open(call.folder());
        var manifest = folder.manifest();
        var keys = new Keys(environment);
        var realm = realm(call, manifest);
        History.require(manifest.history(), History.ofProgram(database), "Bản sao", manifest.program());
        keys.require(manifest.sealedMark());
        requireEmpty(database, manifest.roles());
        if (realm.isPresent()) {
            requireEmpty(realm.get(), List.of());
        }
        var tools = new PostgresTools(environment);
        tools.restore(database, folder.file(BackupCommand.DATA));
        realm.ifPresent(accounts -> tools.restore(accounts, folder.file(BackupCommand.ACCOUNTS)));
        prove(database, folder, manifest, keys);
    }

    private Optional<Database> realm(Call call, Manifest manifest) {
        if (!call.withRealm()) {
            return Optional.empty();
        }
        if (!manifest.realm()) {
            throw Refusal.conflict("Bản sao này không kèm tài khoản: thêm --without-realm, và dựng realm như khi cài đặt");
        }
        return Optional.of(Database.of(environment, Call.REALM));
    }

    private static void requireEmpty(Database database, List<String> roles) throws SQLException {
        try (var connection = database.connect()) {
            var contents = new Contents(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            if (!contents.nothing()) {
                throw Refusal.conflict("Cơ sở dữ liệu %s không trống: chỉ khôi phục vào cơ sở dữ liệu mới tạo".formatted(database.name()));
            }
            var missing = contents.missing(roles);
            if (!missing.isEmpty()) {
                throw Refusal.conflict("Máy chủ cơ sở dữ liệu chưa có vai trò %s: tạo như khi cài đặt rồi khôi phục lại"
                        .formatted(String.join(", ", missing)));
            }
        }
    }

    private void prove(Database database, BackupFolder folder, Manifest manifest, Keys keys) throws SQLException {
        try (var connection = database.connect()) {
            var restored = new SingleConnectionDataSource(connection, true);
            var jdbc = JdbcClient.create(restored);
            var contents = new Contents(jdbc);
            var sums = contents.sums();
            new Grants(jdbc).make(manifest.grants());
            whole(sums.equals(folder.lines(BackupCommand.SUMS)), "văn bản hoặc tài liệu khác với lúc sao lưu");
            whole(contents.rows().equals(manifest.rows()), "số dòng của các bảng khác với lúc sao lưu");
            whole(History.of(jdbc).equals(manifest.history()), "các bước nâng cấp khác với lúc sao lưu");
            var opened = keys.open(restored);
            out.println("Đã khôi phục bản sao lúc %s: %d văn bản và tài liệu đúng từng byte, mở được %d dữ liệu mã hóa.".formatted(
                    manifest.madeAt(), sums.size(), opened));
            var strays = Strays.in(jdbc);
            if (!strays.isEmpty()) {
                throw Refusal.conflict("Hồ sơ và quy trình không đi cùng nhau ở %d chỗ, xem trang Đối chiếu hồ sơ và quy trình sau khi khởi động: %s"
                        .formatted(strays.size(), String.join(", ", strays.stream().map(Strays.Stray::number).limit(10).toList())));
            }
            EngineZone.ofMachine(jdbc, Instant.now()).another().ifPresent(zone -> out.println(("Quy trình trong bản sao ghi mốc giờ theo múi giờ %1$s, khác"
                    + " với máy này: đặt biến môi trường TZ=%1$s cho ứng dụng trước khi khởi động.").formatted(zone)));
            out.println("Hồ sơ và quy trình khớp nhau. Có thể khởi động chương trình.");
        }
    }

    private static void whole(boolean whole, String what) {
        if (!whole) {
            throw Refusal.conflict("Đã khôi phục, nhưng %s: không dùng cơ sở dữ liệu này, hãy lấy bản sao khác".formatted(what));
        }
    }
}
