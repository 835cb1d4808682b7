package vn.phongtrao.province;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import vn.phongtrao.command.Environment;
import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.BuiltInFiles;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.realm.KeeperCommand;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Unit;

/**
 * {@code java -jar phongtrao.jar realm PROVINCE}: prints what Keycloak needs to know of a province, without database
 * and sign-in; without a province that of {@code PHONGTRAO_PROVINCE} is compared with a running Keycloak, see {@link KeeperCommand}.
 * Environment variable {@code PHONGTRAO_PROVINCES} names the folder that lies over the built-in files, {@code PHONGTRAO_MFA} the
 * positions whose people sign in with a second factor.
 */
public final class RealmCommand {

    /** What the command line begins with. */
    public static final String NAME = "realm";

    private static final String DEMO = "--demo";
    private static final String GROUPS_ONLY = "--groups-only=";
    private static final String ACCOUNTS = "--accounts=";
    private static final String USAGE = """
            java -jar phongtrao.jar realm TỈNH [%s | %sNGÀY | %sTỆP]
              in tệp realm
              %s              thêm các tài khoản dùng thử
              %sNGÀY  in kịch bản kcadm.sh thêm nhóm của các đơn vị bắt đầu từ ngày đó (năm-tháng-ngày)
              %sTỆP      in kịch bản kcadm.sh chuyển tài khoản theo danh sách tải ở trang Sắp xếp đơn vị
            """.formatted(DEMO, GROUPS_ONLY, ACCOUNTS, DEMO, GROUPS_ONLY, ACCOUNTS);

    private final PrintStream out;
    private final PrintStream problems;
    private final Environment environment;
    private final LocalDate today;

    /** @param today a realm has the groups of units that have not ended before it */
    public RealmCommand(PrintStream out, PrintStream problems, Environment environment, LocalDate today) {
        this.out = out;
        this.problems = problems;
        this.environment = environment;
        this.today = today;
    }

    /**
     * @return 0; 1 when the files contradict themselves; 2 when there is no such province or option; what {@link KeeperCommand} returns
     */
    public int run(List<String> arguments) {
        var folder = environment.find("PHONGTRAO_PROVINCES").map(Path::of);
        var kept = KeeperCommand.means(arguments);
        var named = kept ? environment.find("PHONGTRAO_PROVINCE") : Optional.of(arguments.get(0));
        var posts = Set.copyOf(environment.list("PHONGTRAO_MFA"));
        if (!Realm.posts().containsAll(posts)) {
            problems.println("PHONGTRAO_MFA: chỉ được ghi " + String.join(", ", Realm.posts()));
            return 2;
        }
        try {
            var files = BuiltInFiles.read(Area.PROVINCES, new PathMatchingResourcePatternResolver());
            if (folder.isPresent()) {
                files = files.under(FileTree.in(folder.get()));
            }
            var provinces = new ProvinceReader(files, List.of()).read();
            var found = provinces.stream().filter(province -> named.filter(province.name()::equals).isPresent()).findFirst();
            if (found.isEmpty() || !kept && arguments.size() > 2) {
                problems.print(KeeperCommand.USAGE + USAGE);
                problems.println((kept ? "PHONGTRAO_PROVINCE phải là tên một tỉnh. " : "") + "Các tỉnh: " + provinces.stream().map(Province::name)
                        .collect(Collectors.joining(", ")));
                return 2;
            }
            var realm = new Realm(files, found.get(), today, posts);
            return kept ? new KeeperCommand(out, problems, environment).run(realm.json(), arguments) : print(found.get(), realm,
                    arguments.size() == 1 ? "" : arguments.get(1));
        } catch (UnsoundFiles unsound) {
            unsound.findings().forEach(problems::println);
            return 1;
        } catch (IOException unreadable) {
            problems.println("PHONGTRAO_PROVINCES: không đọc được thư mục %s".formatted(folder.orElseThrow()));
            return 1;
        }
    }

    private int print(Province province, Realm realm, String option) {
        if (option.startsWith(GROUPS_ONLY)) {
            return printGroups(realm, option.substring(GROUPS_ONLY.length()));
        }
        if (option.startsWith(ACCOUNTS)) {
            return printAccounts(realm, Path.of(option.substring(ACCOUNTS.length())));
        }
        if (!option.isEmpty() && !option.equals(DEMO)) {
            problems.print(USAGE);
            return 2;
        }
        var json = realm.json();
        if (option.equals(DEMO)) {
            var units = province.demo().units();
            new DemoPeople(realm.name())
                    .moveInto(json, units.isEmpty() ? List.of(province.root().path()) : units);
        }
        out.print(Realm.text(json));
        return 0;
    }

    private int printAccounts(Realm realm, Path list) {
        try {
            out.print(AccountScript.of(realm.name(), Files.readAllBytes(list)));
            return 0;
        } catch (Refusal wrong) {
            problems.println(wrong.getMessage());
            return 1;
        } catch (IOException unreadable) {
            problems.println("Không đọc được tệp %s".formatted(list));
            return 2;
        }
    }

    private int printGroups(Realm realm, String since) {
        try {
            var day = LocalDate.parse(since);
            var beginning = realm.units().stream().filter(unit -> !unit.validFrom().isBefore(day)).map(Unit::path).toList();
            // a realm may be another province's, and lack those above, too
            out.print(GroupScript.of(realm.name(), realm.units().stream()
                    .filter(unit -> beginning.stream().anyMatch(unit.path()::covers)).toList()));
            return 0;
        } catch (DateTimeParseException noDay) {
            problems.print(USAGE);
            return 2;
        }
    }
}
