package vn.phongtrao.reorganisation;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.calendar.BusinessClock;
import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.command.Database;
import vn.phongtrao.command.Environment;
import vn.phongtrao.command.MissingSettings;
import vn.phongtrao.refusal.Refusal;

/**
 * {@code java -jar phongtrao.jar join NAME}: takes another province's database over into this program's, as told by the environment
 * that the program itself starts with, and {@code PHONGTRAO_JOIN_DB_URL}, {@code PHONGTRAO_JOIN_DB_USERNAME},
 * {@code PHONGTRAO_JOIN_DB_PASSWORD} and {@code PHONGTRAO_JOIN_CITIZEN_KEY}.
 */
public final class JoinCommand {

    /** What the command line begins with. */
    public static final String NAME = "join";

    private static final String TRIAL = "--trial";
    private static final String USAGE = """
            Cách dùng: java -jar phongtrao.jar join TÊN [%s]
              nhập cơ sở dữ liệu của một tỉnh khác vào cơ sở dữ liệu này, ghi lại dưới tên đó
              %s  làm thử rồi trả lại như cũ, để xem kết quả
            Biến môi trường: như khi chạy chương trình, và PHONGTRAO_JOIN_DB_URL, PHONGTRAO_JOIN_DB_USERNAME,
            PHONGTRAO_JOIN_DB_PASSWORD, PHONGTRAO_JOIN_CITIZEN_KEY của cơ sở dữ liệu kia
            """.formatted(TRIAL, TRIAL);

    private final PrintStream out;
    private final PrintStream problems;
    private final Environment environment;
    private final Clock clock;

    /** @param environment where both databases and their keys are */
    public JoinCommand(PrintStream out, PrintStream problems, Environment environment, Clock clock) {
        this.out = out;
        this.problems = problems;
        this.environment = environment;
        this.clock = clock;
    }

    /** @return 0; 1 when something stands in the way, which it prints, and nothing has changed; 2 for a wrong call */
    public int run(List<String> arguments) {
        var names = new ArrayList<>(arguments);
        var trial = names.remove(TRIAL);
        if (names.size() != 1 || names.get(0).isBlank() || names.get(0).startsWith("-")) {
            problems.print(USAGE);
            return 2;
        }
        try (var own = Database.of(environment, "PHONGTRAO_DB_").connect(); var other = Database.of(environment, "PHONGTRAO_JOIN_DB_").connect()) {
            var outcome = new Joining(own, other, resealing(), this::clock).carryOut(names.get(0).strip(), trial);
            outcome.tables().forEach(one -> out.printf("%-32s %10d%s%n", one.table(), one.rows(),
                    one.first() == null ? "" : "  (%d – %d)".formatted(one.first(), one.last())));
            if (outcome.unknown() > 0) {
                out.printf("%d dòng chỉ có dấu của số căn cước theo khóa cũ: không tìm được người bằng số căn cước nữa%n",
                        outcome.unknown());
            }
            out.println(trial ? "Làm thử, chưa thay đổi gì." : "Đã nhập %s.".formatted(names.get(0).strip()));
            return 0;
        } catch (Refusal refused) {
            problems.println(refused.getMessage());
            return 1;
        } catch (MissingSettings missing) {
            problems.println(missing.getMessage());
            return 2;
        } catch (SQLException unreachable) {
            problems.println("Không vào được cơ sở dữ liệu: " + unreachable.getMessage());
            return 1;
        } catch (IllegalStateException | DataAccessException failed) {
            problems.println("Không nhập được, chưa thay đổi gì: "
                    + NestedExceptionUtils.getMostSpecificCause(failed).getMessage().lines().findFirst().orElseThrow());
            return 1;
        }
    }

    private Resealing resealing() {
        return Resealing.between(key("PHONGTRAO_JOIN_CITIZEN_KEY"), key("PHONGTRAO_CITIZEN_KEY"));
    }

    private String key(String name) {
        var key = environment.require(name);
        if (!Resealing.isKey(key)) {
            throw Refusal.malformed(name, "%s không phải là khóa: khóa là 32 byte viết theo base64".formatted(name));
        }
        return key;
    }

    /** As the program's own: it may have been started on another day than today. */
    private Clock clock(JdbcClient database) {
        try {
            return environment.find("PHONGTRAO_BUSINESS_DATE").map(LocalDate::parse)
                    .map(day -> BusinessClock.startingOn(day, database, clock)).orElse(clock);
        } catch (DateTimeParseException noDay) {
            throw Refusal.malformed("PHONGTRAO_BUSINESS_DATE", "PHONGTRAO_BUSINESS_DATE phải là ngày viết năm-tháng-ngày");
        }
    }
}
