package vn.phongtrao;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

import vn.phongtrao.backup.BackupCommand;
import vn.phongtrao.backup.RestoreCommand;
import vn.phongtrao.procedure.CheckCommand;
import vn.phongtrao.province.ProvinceCheckCommand;
import vn.phongtrao.province.RealmCommand;
import vn.phongtrao.reorganisation.JoinCommand;
import vn.phongtrao.workflow.MigrateCommand;

/** Workflow and awards management for the movement "Toàn dân bảo vệ an ninh Tổ quốc" in one province. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Phong trào Toàn dân bảo vệ an ninh Tổ quốc", sharedModules = "refusal")
public class Application {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Set<String> COMMANDS = Set.of(CheckCommand.NAME, RealmCommand.NAME, JoinCommand.NAME,
            MigrateCommand.NAME, BackupCommand.NAME, RestoreCommand.NAME);

    /**
     * @param args instead of starting, {@code check FOLDER} checks files of procedures, see {@link CheckCommand},
     *             {@code check --provinces FOLDER} those of provinces, see {@link ProvinceCheckCommand}, and
     *             {@code realm} shows how Keycloak's realm differs from its file, and brings it about, see {@link RealmCommand},
     *             {@code join NAME} takes another province's database over, see {@link JoinCommand}, {@code migrate} brings the database to
     *             this version, see
     *             {@link MigrateCommand}; {@code backup FOLDER} and {@code restore FOLDER} keep everything and
     *             bring it back, see {@link BackupCommand} and {@link RestoreCommand}
     */
    public static void main(String[] args) {
        if (args.length > 0 && COMMANDS.contains(args[0])) {
            // what libraries tell while they read is nothing to whoever asks
            LoggingSystem.get(Application.class.getClassLoader()).beforeInitialize();
            System.exit(command(args[0], Arrays.asList(args).subList(1, args.length)));
        }
        TemporaryFolder.take();
        SpringApplication.run(Application.class, args);
    }

    private static int command(String name, List<String> arguments) {
        var out = printing(FileDescriptor.out);
        if (name.equals(CheckCommand.NAME)) {
            return arguments.contains(ProvinceCheckCommand.OPTION)
                    ? ProvinceCheckCommand.run(arguments.stream().filter(argument ->
                            !argument.equals(ProvinceCheckCommand.OPTION)).toList(), out)
                    : CheckCommand.run(arguments, out);
        }
        if (name.equals(JoinCommand.NAME)) {
            return new JoinCommand(out, printing(FileDescriptor.err), System.getenv(), Clock.system(VIETNAM)).run(arguments);
        }
        if (name.equals(MigrateCommand.NAME)) {
            return new MigrateCommand(out, printing(FileDescriptor.err), System.getenv()).run(arguments);
        }
        if (name.equals(BackupCommand.NAME)) {
            return new BackupCommand(out, printing(FileDescriptor.err), System.getenv()).run(arguments);
        }
        if (name.equals(RestoreCommand.NAME)) {
            return new RestoreCommand(out, printing(FileDescriptor.err), System.getenv()).run(arguments);
        }
        return new RealmCommand(out, printing(FileDescriptor.err), System.getenv(), LocalDate.now(VIETNAM)).run(arguments);
    }

    private static PrintStream printing(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
