package vn.phongtrao.backup;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.api.FlywayException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

import vn.phongtrao.command.MissingSettings;
import vn.phongtrao.refusal.Refusal;

/** How both commands are called, and how they say what stands in the way. */
record Call(Path folder, boolean withRealm) {

    static final String DATABASE = "PHONGTRAO_DB_";
    static final String REALM = "KEYCLOAK_DB_";
    static final String VARIABLES = """
              %s  không kèm cơ sở dữ liệu của Keycloak (tài khoản)
            Biến môi trường: như khi chạy chương trình, và KEYCLOAK_DB_URL (jdbc:postgresql://…), KEYCLOAK_DB_USERNAME,
            KEYCLOAK_DB_PASSWORD; %s nếu pg_dump, pg_restore không nằm trong PATH
            """.formatted(Call.WITHOUT_REALM, PostgresTools.FOLDER);

    private static final String WITHOUT_REALM = "--without-realm";

    /** What one of them does. */
    interface Work {
        void carryOut(Call call) throws SQLException;
    }

    /** @return 0; 1 when something stands in the way, which it prints; 2 for a wrong call */
    static int run(List<String> arguments, String usage, PrintStream problems, Work work) {
        var names = new ArrayList<>(arguments);
        var withoutRealm = names.remove(WITHOUT_REALM);
        if (names.size() != 1 || names.get(0).isBlank() || names.get(0).startsWith("-")) {
            problems.print(usage);
            problems.print(VARIABLES);
            return 2;
        }
        try {
            work.carryOut(new Call(Path.of(names.get(0)), !withoutRealm));
            return 0;
        } catch (MissingSettings missing) {
            problems.println(missing.getMessage());
            return 2;
        } catch (Refusal refused) {
            problems.println(refused.getMessage());
        } catch (SQLException unreachable) {
            problems.println("Không vào được cơ sở dữ liệu: " + unreachable.getMessage());
        } catch (DataAccessException | FlywayException | UncheckedIOException failed) {
            problems.println("Không làm được: " + NestedExceptionUtils.getMostSpecificCause(failed).getMessage().lines().findFirst().orElseThrow());
        }
        return 1;
    }

    static String program() {
        var version = Call.class.getPackage().getImplementationVersion();
        return version == null ? "chưa phát hành" : version;
    }
}
