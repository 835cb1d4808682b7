package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of the PostgreSQL that this machine has installed with its programs; its superuser, {@value LocalPostgres#USER} unless another is named, needs no password. */
public final class InstalledPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("postgresql");
        this.port = LocalKeycloak.freePort();
    }

    /** Where Debian's packages put the newest version's programs; empty where server and client are not both installed. */
    public static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Comparator.comparing(bin -> Integer.parseInt(bin.getParent().getFileName().toString())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static InstalledPostgres start() {
        return start(LocalPostgres.USER);
    }

    public static InstalledPostgres start(String superuser) {
        try {
            var server = new InstalledPostgres(programs().orElseThrow());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            if (root()) {
                run(List.of("chown", "postgres", server.folder.toString()));
            }
            var data = server.folder.resolve("data").toString();
            server.program("initdb", "--pgdata=" + data, "--username=" + superuser, "--auth=trust", "--encoding=UTF8",
                    "--locale=C.UTF-8", "--no-sync");
            server.program("pg_ctl", "--pgdata=" + data, "--wait", "--log=" + server.folder.resolve("log"), "--options=-p %d -F -k %s -h localhost"
                    .formatted(server.port, server.folder), "start");
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return JDBC URL of a new, empty database of that name, a plain identifier */
    public String create(String name) {
        try (var connection = DriverManager.getConnection(url("postgres"), LocalPostgres.USER, "");
             var statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a script by {@code psql} in the database {@code postgres}, with further variables of the environment. */
    public void script(Path file, String user, Map<String, String> environment) {
        run(List.of(programs.resolve("psql").toString(), "--quiet", "--no-psqlrc", "--host=localhost", "--port=" + port, "--username=" + user,
                "--dbname=postgres", "--set=ON_ERROR_STOP=1", "--file=" + file), environment);
    }

    public String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
    }

    @Override
    public void close() {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            program("pg_ctl", "--pgdata=" + folder.resolve("data"), "--mode=immediate", "stop");
        }
        run(List.of("rm", "-rf", folder.toString()));
    }

    /** The server refuses to be root's. */
    private void program(String name, String... options) {
        var line = new ArrayList<String>(root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        line.add(programs.resolve(name).toString());
        line.addAll(List.of(options));
        run(line);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> line) {
        run(line, Map.of());
    }

    private static void run(List<String> line, Map<String, String> environment) {
        try {
            var said = Files.createTempFile("postgresql", ".log");
            var start = new ProcessBuilder(line).directory(Path.of("/").toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
            start.environment().putAll(environment);
            var process = start.start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(line + ": " + Files.readString(said));
            }
            Files.delete(said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
