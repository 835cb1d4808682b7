package vn.phongtrao.bench;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.FileSystemUtils;

import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.LocalServices;

/**
 * Six approvals over HTTP by the product, by bare Camunda and by bare Flowable, on one PostgreSQL. All are up at the same
 * time and take turns round by round, so that what else the machine does hits all of them.
 */
public final class Benchmark {

    private static final DemoProvince PROVINCE = DemoProvince.BAC_LIEU_2024;
    private static final Path WORK = Path.of("target", "bench").toAbsolutePath();
    private static final Path ENGINES = Path.of("src", "bench", "engines");

    private static final List<String> NAMES = List.of("product", "camunda", "flowable");

    private Benchmark() {
    }

    /** @param arguments see {@link Options#USAGE} */
    public static void main(String... arguments) throws Exception {
        var options = Options.of(arguments);
        FileSystemUtils.deleteRecursively(WORK);
        Files.createDirectories(WORK);
        List<AutoCloseable> running = new ArrayList<>();
        try {
            var database = new Database(options.data() == null ? WORK.resolve("postgres") : options.data());
            running.add(0, database);
            if (options.measures("product")) {
                running.add(0, LocalPostgres.shared());
                running.add(0, LocalKeycloak.shared());
            }
            List<Server> servers = new ArrayList<>();
            for (var name : NAMES) {
                if (options.measures(name)) {
                    var server = start(name, options.heap(), database);
                    servers.add(server);
                    running.add(0, server);
                }
            }
            measure(options, servers, database);
        } finally {
            for (var each : running) {
                each.close();
            }
        }
    }

    private static void measure(Options options, List<Server> servers, Database database) throws Exception {
        System.out.printf("%s, %d processors, Java %s, %d rounds of %d dossiers%n", LocalDate.now(), Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"), options.rounds(), options.dossiers());
        if (options.rounds() > 0) {
            rounds(options, servers, database, options.clients() + " clients");
        }
        if (options.fills()) {
            for (var server : servers) {
                fill(options, server, database);
            }
            if (options.rounds() > 0) {
                rounds(options, servers, database, "%d clients, %d open, %d closed".formatted(options.clients(), options.open(), options.closed()));
            }
        }
        if (options.lists() > 0) {
            Inbox.print(servers, options.clients(), options.lists());
            lists(options, servers.get(0));
        }
        if (options.papers() > 0) {
            Papers.print(servers.get(0), database, LocalKeycloak.shared().tokens(PROVINCE), options);
        }
    }

    /** As the province's, a district's and a commune's people ask. */
    private static void lists(Options options, Server product) throws IOException, InterruptedException {
        var place = ProductApprovals.ELSEWHERE;
        var tokens = LocalKeycloak.shared().tokens(PROVINCE);
        for (var unit : List.of(place.path().substring(0, place.path().indexOf('/')), place.above(), place.path())) {
            Lists.print(new Asked(product, tokens, "police-chief", unit), place, options.clients(), options.lists(), options.at());
        }
    }

    private static void rounds(Options options, List<Server> servers, Database database, String title) throws Exception {
        round("warm-up", servers, database, options.clients(), options.warming());
        if (options.profile()) {
            database.forgetStatements(servers.get(0).name());
            Recording.begin(servers.get(0));
        }
        var together = round("round 1", servers, database, options.clients(), options.dossiers());
        for (int number = 2; number <= options.rounds(); number++) {
            round("round " + number, servers, database, options.clients(), options.dossiers())
                    .forEach((name, measured) -> together.merge(name, measured, Measured::plus));
        }
        if (options.profile()) {
            profiled(servers.get(0), database);
        }
        var alone = round("alone", servers, database, 1, options.alone());
        Table.print(System.out, title, together);
        Table.print(System.out, title.replaceFirst("\\d+ clients", "one client"), alone);
    }

    /** Once for each database. What the product was filled with is tried: some are walked to their end. */
    private static void fill(Options options, Server server, Database database) throws IOException, InterruptedException, SQLException {
        var name = server.name();
        var product = name.equals("product");
        var content = "%d open, %d closed".formatted(options.open(), product ? options.closed() : 0);
        var began = System.nanoTime();
        try (var connection = database.connect(name)) {
            var years = new Years(server, connection);
            if (database.filled(name).isEmpty()) {
                years.fill(options.open(), product ? options.closed() : 0);
                database.filled(name, content);
            }
            System.out.printf("%s: filled with %s, %d s%n", name, database.filled(name), (System.nanoTime() - began) / 1_000_000_000);
            if (product) {
                System.out.printf("Walked to their end: %s%n",
                        years.walk(new ProductApprovals(LocalKeycloak.shared().tokens(PROVINCE), ProductApprovals.ELSEWHERE)));
            }
        }
    }

    private static void profiled(Server server, Database database) throws IOException, InterruptedException {
        var recording = WORK.resolve(server.name() + ".jfr");
        Recording.end(server, recording);
        var statements = Files.write(WORK.resolve(server.name() + "-statements.txt"), database.heaviest(server.name()));
        System.out.printf("Recorded: %s, %s%n", recording, statements);
    }

    /** All servers in turn. */
    private static Map<String, Measured> round(String title, List<Server> servers, Database database, int clients, int dossiers)
            throws Exception {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (var server : servers) {
            var figures = Round.run(server, database, clients, dossiers);
            measured.put(server.name(), figures);
            System.out.printf("%s, %s: %d dossiers, %.1f/s, load of the machine %s%n", title, server.name(), dossiers, figures.rate(),
                    Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        }
        return measured;
    }

    private static Server start(String name, String heap, Database database) throws IOException, InterruptedException {
        return switch (name) {
            case "camunda" -> engine(name, heap, database, new CamundaApprovals());
            case "flowable" -> engine(name, heap, database, new FlowableApprovals());
            default -> product(name, heap, database);
        };
    }

    private static Server engine(String name, String heap, Database database, Approvals approvals) throws IOException, InterruptedException {
        return new Server(name, ENGINES.resolve(Path.of(name, "target", name + "-1.jar")), WORK, heap, database.create(name), approvals,
                Map.of());
    }

    /** As it is deployed, by variables of the environment. */
    private static Server product(String name, String heap, Database database) throws IOException, InterruptedException {
        var keycloak = LocalKeycloak.shared();
        var url = database.create(name);
        return new Server(name, jar(), WORK, heap, url, new ProductApprovals(keycloak.tokens(PROVINCE), ProductApprovals.WALKED), Map.ofEntries(
                entry("PHONGTRAO_PROCESSES", withoutPapers().toString()), entry("PHONGTRAO_PROVINCE", PROVINCE.id()),
                entry("PHONGTRAO_BUSINESS_DATE", PROVINCE.businessDate()), entry("PHONGTRAO_DB_URL", url), entry("PHONGTRAO_DB_USERNAME", "postgres"),
                entry("PHONGTRAO_DB_PASSWORD", ""), entry("PHONGTRAO_CITIZEN_KEY", LocalServices.DEMO_CITIZEN_KEY),
                entry("PHONGTRAO_ADDRESS_OFREQUEST", "true"), entry("KEYCLOAK_URL", keycloak.url()),
                entry("PHONGTRAO_KEYCLOAK_REALM", PROVINCE.testRealm()), entry("PHONGTRAO_WEB_SECRET", "phongtrao-web")));
    }

    /** No paper is demanded, so that a dossier takes the same calls everywhere. @return a folder over the built-in one */
    private static Path withoutPapers() throws IOException {
        var table = Path.of("commendation", "commendation-documents.dmn");
        var folder = WORK.resolve("processes");
        Files.createDirectories(folder.resolve(table).getParent());
        Files.writeString(folder.resolve(table), Files.readString(Path.of("processes").resolve(table))
                .replace("<text>true</text>", "<text>false</text>"));
        return folder;
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "phongtrao-*.jar")) {
            return jars.iterator().next();
        }
    }
}
