package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.SpringApplication;

/**
 * A real Keycloak in a process of its own, started from the unpacked distribution without its shell scripts, so that
 * there is one Java process to stop, on every operating system. Its data lies in a database of {@link LocalPostgres}.
 */
public final class LocalKeycloak implements AutoCloseable {

    /** Client secret of {@code phongtrao-web}. */
    static final String WEB_SECRET = "phongtrao-web";
    /** Client secret of {@code phongtrao-integration}. */
    public static final String INTEGRATION_SECRET = "phongtrao-integration";

    /** Password of {@code admin} in the realm {@code master}. */
    static final String ADMINISTRATOR_PASSWORD = "admin";

    /** Tests begin their applications later, and on any port. */
    private static final String NO_APPLICATION = "http://localhost:1";

    /** File of the work folder that holds the process id. */
    static final String PROCESS_FILE = "keycloak.pid";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home = home();
    private final int port;
    private final String application;
    private final Path log;
    private final Process process;

    private LocalKeycloak(int port, String application, String database, Path work, List<DemoRealm> realms)
            throws IOException {
        this.port = port;
        this.application = application;
        this.log = work.resolve("keycloak.log");
        var imports = work.resolve("realms");
        Files.createDirectories(imports);
        for (var realm : realms) {
            realm.write(imports.resolve(realm.name() + "-realm.json"));
        }
        build();
        process = java("start", List.of("-Dkeycloak.migration.dir=" + imports.toAbsolutePath()),
                "--optimized", "--cache=local", "--http-enabled=true", "--http-port=" + port, "--hostname=" + url(),
                "--db-url=" + database, "--db-username=" + LocalPostgres.USER,
                "--spi-theme--folder--dir=" + Path.of("keycloak", "themes").toAbsolutePath()).start();
        Files.writeString(work.resolve(PROCESS_FILE), Long.toString(process.pid()));
        awaitRealm(realms.get(0).name());
    }

    /** The Keycloak all tests of this JVM share, with the demo realms of both provinces. */
    public static LocalKeycloak shared() {
        return Shared.SERVER;
    }

    /**
     * @param application address of the application, which is told there when somebody is signed out
     * @param work        folder for the log, the process id and the realm files, which are imported when Keycloak does
     *                    not know them yet
     */
    static LocalKeycloak start(int port, String application, LocalPostgres postgres, Path work,
                               List<DemoRealm> realms) {
        try {
            return new LocalKeycloak(port, application, postgres.database("keycloak"), work, realms);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder of Keycloak's own command line. */
    static Path commands() {
        return home().resolve("bin");
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The tokens that Keycloak gives to people and systems of a province's demo realm. */
    public Tokens tokens(DemoProvince province) {
        return new Tokens(url(), province.testRealm());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Fits the distribution to PostgreSQL, once for each unpacking and not in two JVMs at the same time: about 15 s.
     */
    private void build() throws IOException {
        var built = home.resolve("lib/quarkus/built-for-postgres");
        try (var file = FileChannel.open(home.resolve("build.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
             var lock = file.lock()) {
            if (Files.exists(built)) {
                return;
            }
            int status = java("build", List.of(), "--db=postgres").start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("Keycloak's build ended with status %d, see %s".formatted(status, log));
            }
            Files.createFile(built);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private ProcessBuilder java(String command, List<String> properties, String... options) {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m",
                "-Duser.language=en", "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home));
        line.addAll(properties);
        line.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint", command));
        line.addAll(List.of(options));
        var builder = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("PHONGTRAO_INTERNAL_URL", application);
        builder.environment().put("PHONGTRAO_WEB_SECRET", WEB_SECRET);
        builder.environment().put("PHONGTRAO_INTEGRATION_SECRET", INTEGRATION_SECRET);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR_PASSWORD);
        return builder;
    }

    private void awaitRealm(String realm) throws IOException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url() + "/realms/" + realm)).timeout(PATIENCE).build();
        try {
            for (var end = Instant.now().plus(PATIENCE); process.isAlive() && Instant.now().isBefore(end);) {
                if (answers(client, request)) {
                    return;
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IllegalStateException("Keycloak does not start, see " + log.toAbsolutePath());
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static Path home() {
        var named = System.getProperty("keycloak.home");
        if (named != null) {
            return Path.of(named);
        }
        try (var folders = Files.newDirectoryStream(Path.of("target"), "keycloak-*")) {
            return folders.iterator().next().toAbsolutePath();
        } catch (IOException | NoSuchElementException missing) {
            throw new IllegalStateException("No Keycloak under target: run ./mvnw generate-test-resources", missing);
        }
    }

    private static LocalKeycloak forTests() {
        var realms = Arrays.stream(DemoProvince.values())
                .map(province -> new DemoRealm(province, province.testRealm())).toList();
        var work = Path.of("target", "local-keycloak", System.getProperty("fork", "fork-0"));
        var keycloak = start(freePort(), NO_APPLICATION, LocalPostgres.shared(), work, realms);
        SpringApplication.getShutdownHandlers().add(keycloak::close);
        return keycloak;
    }

    /** A port at which nobody listens: none of those that Linux gives to whoever asks for any, so that it stays free. */
    public static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // another one
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class Shared {
        private static final LocalKeycloak SERVER = forTests();
    }
}
