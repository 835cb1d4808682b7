package vn.phongtrao.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import vn.phongtrao.Application;
import vn.phongtrao.local.LocalKeycloak;

/** The program in a process of its own, at the same port whenever it is started. */
final class Node {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final int port = LocalKeycloak.freePort();
    private final List<String> command;
    private final File log;
    private volatile Process process;

    /** @param log what it says is added there at each start */
    Node(Map<String, Object> properties, Path log) {
        this.log = log.toFile();
        // compiled once and not again: it starts in half the time, and works for a minute or two
        command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx400m", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Application.class.getName(), "--server.port=" + port));
        properties.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
    }

    void start() {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    int port() {
        return port;
    }

    /** Whether it takes requests, and reaches its database. */
    boolean ready() throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:%d/actuator/health/readiness".formatted(port)))
                    .timeout(PATIENCE).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException no) {
            return false;
        }
    }

    File log() {
        return log;
    }
}
