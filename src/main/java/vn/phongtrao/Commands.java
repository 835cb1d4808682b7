package vn.phongtrao;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.springframework.boot.logging.LoggingSystem;

import vn.phongtrao.backup.BackupCommand;
import vn.phongtrao.backup.RestoreCommand;
import vn.phongtrao.calendar.Vietnam;
import vn.phongtrao.command.Environment;
import vn.phongtrao.procedure.CheckCommand;
import vn.phongtrao.province.ProvinceCheckCommand;
import vn.phongtrao.province.RealmCommand;
import vn.phongtrao.reorganisation.JoinCommand;
import vn.phongtrao.workflow.MigrateCommand;

/** What the program does instead of starting, by the first word of its line: each says how it is used. */
final class Commands {

    private static final int UNKNOWN = 2;
    private static final Environment ENVIRONMENT = new Environment(System.getenv());
    private static final Map<String, Command> ALL = Map.of(
            CheckCommand.NAME, (arguments, out, problems) -> check(arguments, out),
            RealmCommand.NAME, (arguments, out, problems) ->
                    new RealmCommand(out, problems, ENVIRONMENT, LocalDate.now(Vietnam.ZONE_ID)).run(arguments),
            JoinCommand.NAME, (arguments, out, problems) ->
                    new JoinCommand(out, problems, ENVIRONMENT, Clock.system(Vietnam.ZONE_ID)).run(arguments),
            MigrateCommand.NAME, (arguments, out, problems) -> new MigrateCommand(out, problems, ENVIRONMENT).run(arguments),
            BackupCommand.NAME, (arguments, out, problems) -> new BackupCommand(out, problems, ENVIRONMENT).run(arguments),
            RestoreCommand.NAME, (arguments, out, problems) -> new RestoreCommand(out, problems, ENVIRONMENT).run(arguments));

    private Commands() {
    }

    private interface Command {

        int run(List<String> arguments, PrintStream out, PrintStream problems);
    }

    /** @return the status that the program ends with, 2 for an unknown command; empty where the line has options of a start alone */
    static OptionalInt run(List<String> line) {
        if (line.isEmpty() || line.get(0).startsWith("--")) {
            return OptionalInt.empty();
        }
        var command = ALL.get(line.get(0));
        if (command == null) {
            printing(FileDescriptor.err).println(unknown(line.get(0)));
            return OptionalInt.of(UNKNOWN);
        }
        // what libraries tell while they read is nothing to whoever asks
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        return OptionalInt.of(command.run(line.subList(1, line.size()), printing(FileDescriptor.out), printing(FileDescriptor.err)));
    }

    static String unknown(String word) {
        return "Không có lệnh “%s”. Các lệnh: %s. Không ghi lệnh nào thì chương trình khởi động; thiết lập ghi --tên=giá trị."
                .formatted(word, ALL.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }

    private static int check(List<String> arguments, PrintStream out) {
        return arguments.contains(ProvinceCheckCommand.OPTION)
                ? ProvinceCheckCommand.run(arguments.stream().filter(argument -> !argument.equals(ProvinceCheckCommand.OPTION)).toList(), out)
                : CheckCommand.run(arguments, out);
    }

    private static PrintStream printing(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
