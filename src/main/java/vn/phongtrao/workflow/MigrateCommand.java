package vn.phongtrao.workflow;

import java.io.PrintStream;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

import vn.phongtrao.command.Database;
import vn.phongtrao.command.Environment;
import vn.phongtrao.command.MissingSettings;

/**
 * {@code java -jar phongtrao.jar migrate}: brings the database to what this version needs, the engine's tables too, and ends. It is run
 * by the role that owns the tables, so that the program itself does without the right to change them. {@code migrate --check} only says
 * whether this version could.
 */
public final class MigrateCommand {

    /** What the command line begins with. */
    public static final String NAME = "migrate";

    private static final String AT_THIS_VERSION = "Cơ sở dữ liệu đã ở phiên bản này.";
    private static final String CHECK = "--check";
    private static final String USAGE = """
            Cách dùng: java -jar phongtrao.jar migrate [%s]
              đưa cơ sở dữ liệu lên phiên bản này rồi kết thúc
              %s  chỉ xem có đưa lên được không; cơ sở dữ liệu của phiên bản mới hơn thì không
            Biến môi trường: PHONGTRAO_DB_URL, PHONGTRAO_DB_USERNAME, PHONGTRAO_DB_PASSWORD của tài khoản chủ cơ sở dữ liệu
            """.formatted(CHECK, CHECK);

    private final PrintStream out;
    private final PrintStream problems;
    private final Environment environment;

    /** @param environment where the database is and who owns it */
    public MigrateCommand(PrintStream out, PrintStream problems, Environment environment) {
        this.out = out;
        this.problems = problems;
        this.environment = environment;
    }

    /** @return 0; 1 when the database could not be reached or changed or is of a newer version, which it prints; 2 for a wrong call */
    public int run(List<String> arguments) {
        if (!List.of().equals(arguments) && !List.of(CHECK).equals(arguments)) {
            problems.print(USAGE);
            return 2;
        }
        try {
            var owned = Database.of(environment, "PHONGTRAO_DB_");
            var database = new PGSimpleDataSource();
            database.setUrl(owned.url());
            database.setUser(owned.user());
            database.setPassword(owned.password());
            // as long as the program itself waits for a database that starts at the same time
            var flyway = Flyway.configure().dataSource(database).connectRetries(30).connectRetriesInterval(10).load();
            NewerDatabase.refuse(flyway);
            if (!arguments.isEmpty()) {
                var steps = flyway.info().pending().length;
                out.println(steps == 0 ? AT_THIS_VERSION : "Cơ sở dữ liệu của phiên bản cũ hơn: còn %d bước.".formatted(steps));
                return 0;
            }
            var done = flyway.migrate();
            EngineTables.bring(database);
            out.println(done.migrationsExecuted == 0 ? AT_THIS_VERSION
                    : "Cơ sở dữ liệu đã lên phiên bản %s (%d bước).".formatted(done.targetSchemaVersion, done.migrationsExecuted));
            return 0;
        } catch (MissingSettings missing) {
            problems.println(missing.getMessage());
            return 2;
        } catch (NewerDatabase newer) {
            problems.println(newer.getMessage() + ".");
            return 1;
        } catch (FlywayException | DataAccessException | ProcessEngineException failed) {
            problems.println("Không nâng cấp được cơ sở dữ liệu: " + NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
            return 1;
        }
    }
}
