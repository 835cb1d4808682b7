package vn.phongtrao.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.local.Tokens;

/** Calls any of the nodes in the name of people. Now and then it hangs up when a request was sent, and never learns what became of it. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration EACH = Duration.ofSeconds(60);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String LIMIT = "limit-of-a-part";

    private final List<Node> nodes;
    private final Tokens tokens;
    private final Acts acts;
    private final Random random;
    /** How often of a hundred times it hangs up. */
    private final int cuts;

    Caller(List<Node> nodes, Tokens tokens, Acts acts, Random random, int cuts) {
        this.nodes = nodes;
        this.tokens = tokens;
        this.acts = acts;
        this.random = random;
        this.cuts = cuts;
    }

    /** @param status 0 where no answer came, and the request may have been done */
    record Reply(int status, byte[] body) {

        static final Reply NONE = new Reply(0, new byte[0]);

        boolean ok() {
            return status / 100 == 2;
        }

        /** Neither done nor refused, as far as anybody can tell. */
        boolean unknown() {
            return status == 0 || status >= 500;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String toString() {
            return status + " " + new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        }
    }

    private record Sent(String method, String path, String type, byte[] body) {
    }

    /** Asks until it is answered. */
    Reply get(String account, String path) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var reply = once(account, new Sent("GET", path, null, new byte[0]), false);
            if (!reply.unknown()) {
                return reply;
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("GET %s: %s".formatted(path, reply));
            }
            acts.retried.incrementAndGet();
            Thread.sleep(300);
        }
    }

    JsonNode json(String account, String path) throws InterruptedException {
        var reply = get(account, path);
        if (!reply.ok()) {
            throw new IllegalStateException("GET %s as %s: %s".formatted(path, account, reply));
        }
        return reply.json();
    }

    /** Sends it once. */
    Reply send(String account, String method, String path, Object body) throws InterruptedException {
        return once(account, new Sent(method, path, "application/json", written(body)), true);
    }

    /** Sends a file once. */
    Reply upload(String account, String path, String name, byte[] content) throws InterruptedException {
        var parts = new ByteArrayOutputStream();
        parts.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n".formatted(LIMIT, name)
                .getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n--%s--\r\n".formatted(LIMIT).getBytes(StandardCharsets.UTF_8));
        return once(account, new Sent("POST", path, "multipart/form-data; boundary=" + LIMIT, parts.toByteArray()), true);
    }

    private Reply once(String account, Sent sent, boolean mayHangUp) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var node = nodes.get(random.nextInt(nodes.size()));
            try {
                var reply = mayHangUp && random.nextInt(100) < cuts ? hangUp(node, account, sent) : answered(node, account, sent);
                acts.status(reply.status);
                return reply;
            } catch (ConnectException | HttpConnectTimeoutException notSent) {
                acts.refusedConnections.incrementAndGet();
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("No node answers", notSent);
                }
                Thread.sleep(200);
            } catch (IOException lost) {
                acts.status(0);
                if (mayHangUp) {
                    acts.unanswered.incrementAndGet();
                }
                return Reply.NONE;
            }
        }
    }

    private Reply answered(Node node, String account, Sent sent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(node.port(), sent.path))).timeout(EACH)
                .header("Authorization", "Bearer " + token(account)).method(sent.method, BodyPublishers.ofByteArray(sent.body));
        if (sent.type != null) {
            request.header("Content-Type", sent.type);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.body());
    }

    private Reply hangUp(Node node, String account, Sent sent) throws IOException, InterruptedException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            var out = socket.getOutputStream();
            out.write("%s %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(sent.method, sent.path, node.port(), token(account), sent.type, sent.body.length)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(sent.body);
            out.flush();
            acts.cut.incrementAndGet();
            Thread.sleep(random.nextInt(150));
        }
        return Reply.NONE;
    }

    private String token(String account) {
        return TOKENS.compute(account, (key, known) -> known != null && !Tokens.endsSoon(known) ? known : tokens.of(account));
    }

    private static byte[] written(Object body) {
        try {
            return body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
