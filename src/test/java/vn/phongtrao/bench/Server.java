package vn.phongtrao.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A jar that runs, with a database of its own; all have the same JVM and the same memory. */
final class Server implements AutoCloseable {

    private static final List<String> JVM = List.of("-XX:+UseG1GC", "-Xms256m");

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String name;
    private final Approvals approvals;
    private final Path log;
    private final String address;
    private final Process process;

    /** @param heap the most it may take, such as {@code 1g} @param environment variables beside those of the database */
    Server(String name, Path jar, Path work, String heap, String database, Approvals approvals, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.name = name;
        this.approvals = approvals;
        this.log = work.resolve(name + ".log");
        var port = freePort();
        this.address = "http://localhost:" + port;
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(JVM);
        line.add("-Xmx" + heap);
        line.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("SPRING_DATASOURCE_URL", database, "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", ""));
        builder.environment().putAll(environment);
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        await();
    }

    String name() {
        return name;
    }

    Approvals approvals() {
        return approvals;
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    private void await() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        for (var end = Instant.now().plus(PATIENCE); process.isAlive() && Instant.now().isBefore(end); Thread.sleep(200)) {
            try {
                client.send(request, BodyHandlers.discarding());
                return;
            } catch (ConnectException notYet) {
                // asked again
            }
        }
        close();
        throw new IllegalStateException("%s does not start, see %s".formatted(name, log));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
