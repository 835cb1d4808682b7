package vn.phongtrao.realm;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.ObjectNode;

import vn.phongtrao.command.Environment;
import vn.phongtrao.command.MissingSettings;

/**
 * {@code java -jar phongtrao.jar realm}: shows how a running Keycloak's realm differs from its file and the environment;
 * {@code realm apply} brings it about; {@code realm admin} makes an administrator's account.
 */
public final class KeeperCommand {

    public static final String USAGE = """
            Cách dùng: java -jar phongtrao.jar realm
              cho xem realm trong Keycloak khác tệp và biến môi trường ở đâu; không thay đổi gì
            java -jar phongtrao.jar realm apply
              làm cho realm như tệp và biến môi trường; không đụng đến tài khoản của người
            java -jar phongtrao.jar realm admin TÊN_ĐĂNG_NHẬP "HỌ VÀ TÊN ĐỆM" TÊN [--keycloak]
              tạo tài khoản quản trị viên của hệ thống với mật khẩu dùng một lần; --keycloak: của Keycloak
            """;

    private static final String APPLY = "apply";
    private static final String ADMIN = "admin";
    private static final String OF_KEYCLOAK = "--keycloak";
    /** What one run makes may show what the next has to do: groups and then their roles, clients and then their accounts. */
    private static final int ROUNDS = 4;

    private final PrintStream out;
    private final PrintStream problems;
    private final Environment environment;

    /** @param environment where Keycloak is, who signs in there, and what the file names */
    public KeeperCommand(PrintStream out, PrintStream problems, Environment environment) {
        this.out = out;
        this.problems = problems;
        this.environment = environment;
    }

    /** Whether these are arguments of this command, and not a province to print. */
    public static boolean means(List<String> arguments) {
        return arguments.isEmpty() || List.of(APPLY, ADMIN).contains(arguments.get(0));
    }

    /**
     * @param file the realm with its variables
     * @return 0 when the realm is as its file says, or was made so; 1 when it differs; 2 for a wrong call or settings that are missing;
     *         3 when Keycloak does not do it
     */
    public int run(ObjectNode file, List<String> arguments) {
        try {
            if (!arguments.isEmpty() && arguments.get(0).equals(ADMIN)) {
                return admin(file, arguments.subList(1, arguments.size()));
            }
            if (arguments.size() > 1) {
                problems.print(USAGE);
                return 2;
            }
            var realm = new Realms(keycloak(), RealmFile.filledIn(file, withDefaults()), kept());
            return arguments.isEmpty() ? show(realm) : apply(realm);
        } catch (MissingSettings missing) {
            problems.println(missing.getMessage());
            return 2;
        } catch (KeycloakTrouble trouble) {
            problems.println(trouble.getMessage());
            return 3;
        }
    }

    private int show(Realms realm) {
        var differences = realm.compare();
        var differ = !differences.found().isEmpty();
        out.println(differ ? "Realm %s khác tệp và biến môi trường ở %d chỗ:".formatted(realm.name(), differences.found().size())
                : same(realm));
        Report.lines(differences).forEach(out::println);
        remark(differences);
        if (differ) {
            out.println("Chưa thay đổi gì. Để thay đổi: realm apply");
        }
        return differ ? 1 : 0;
    }

    private static String same(Realms realm) {
        return "Realm %s đúng như tệp và biến môi trường.".formatted(realm.name());
    }

    private void remark(Differences differences) {
        differences.remarks().forEach(remark -> out.println("Lưu ý: " + remark));
    }

    private int apply(Realms realm) {
        var done = 0;
        try {
            var differences = realm.compare();
            for (var round = 0; !differences.found().isEmpty() && round < ROUNDS; round++) {
                Report.lines(differences).forEach(out::println);
                for (var difference : differences.found()) {
                    difference.act().run();
                    done++;
                }
                differences = realm.compare();
            }
            remark(differences);
            if (differences.found().isEmpty()) {
                out.println(done == 0 ? same(realm) : "Đã thay đổi %d chỗ. %s".formatted(done, same(realm)));
                return 0;
            }
            problems.println("Keycloak không giữ những thay đổi này:");
            Report.lines(differences).forEach(problems::println);
            return 3;
        } catch (KeycloakTrouble trouble) {
            if (done > 0) {
                problems.println("Đã thay đổi %d chỗ rồi dừng lại; sửa xong thì chạy lại, lệnh làm tiếp phần còn lại.".formatted(done));
            }
            throw trouble;
        }
    }

    private int admin(ObjectNode file, List<String> arguments) {
        var names = arguments.stream().filter(argument -> !argument.equals(OF_KEYCLOAK)).toList();
        if (names.size() != 3 || names.stream().anyMatch(String::isBlank)) {
            problems.print(USAGE);
            return 2;
        }
        var password = new Administrators(keycloak()).make(names.get(0), names.get(1), names.get(2),
                arguments.contains(OF_KEYCLOAK) ? Optional.empty() : Optional.of(file.path("realm").asText()));
        out.println("""
                Đã tạo tài khoản %s. Mật khẩu dùng một lần, chỉ hiện ở đây:
                    %s
                Lần đăng nhập đầu phải đổi mật khẩu và thiết lập mã dùng một lần.""".formatted(names.get(0), password));
        return 0;
    }

    private Keycloak keycloak() {
        var url = environment.find("KEYCLOAK_INTERNAL_URL", "KEYCLOAK_URL");
        var signIn = AdminSignIn.of(environment);
        var missing = new TreeSet<String>();
        if (url.isEmpty()) {
            missing.add("KEYCLOAK_URL");
        }
        if (signIn.isEmpty()) {
            missing.add("KEYCLOAK_ADMIN_SECRET");
        }
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
        return new Keycloak(url.get().strip().replaceAll("/+$", ""), signIn.get());
    }

    /** Keycloak reaches the application where people do, unless told otherwise. */
    private Environment withDefaults() {
        var all = new HashMap<>(environment.variables());
        environment.find("PHONGTRAO_INTERNAL_URL", "PHONGTRAO_URL").ifPresent(url -> all.put("PHONGTRAO_INTERNAL_URL", url));
        return new Environment(all);
    }

    private Set<String> kept() {
        return Set.copyOf(environment.list("PHONGTRAO_CLIENTS"));
    }
}
