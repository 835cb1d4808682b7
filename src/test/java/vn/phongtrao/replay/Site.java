package vn.phongtrao.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.local.DemoAccounts;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.Tokens;
import vn.phongtrao.unit.Post;

/** A running application with its Keycloak, called in the name of people of a demo realm. */
public final class Site {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private final String address;
    private final Tokens tokens;
    private final DemoAccounts accounts;
    private final Map<String, Token> held = new ConcurrentHashMap<>();

    private record Token(String text, Instant since) {
    }

    /**
     * @param address  of the application, for example {@code http://localhost:8080}
     * @param keycloak its address, for example {@code http://localhost:8180}
     */
    public Site(String address, String keycloak, DemoProvince province, String realm) {
        this.address = address;
        this.tokens = new Tokens(keycloak, realm);
        this.accounts = new DemoAccounts(keycloak, province, realm);
    }

    /** Gives each post an account, where it has none. */
    void staff(Collection<Post> posts) {
        accounts.provide(posts);
    }

    JsonNode get(String account, String path) {
        return send(account, HttpRequest.newBuilder(URI.create(address + path)).GET(), "GET " + path);
    }

    JsonNode post(String account, String path, Object body) {
        return send(account, HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(text(body))), "POST " + path);
    }

    /** Sends a file as the field {@code file} of a form. */
    JsonNode upload(String account, String path, String name, String content) {
        return upload(account, path, "file", name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** @param part what the form calls the file */
    JsonNode upload(String account, String path, String part, String name, byte[] content) {
        var head = "--limit\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n".formatted(part, name);
        return send(account, HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=limit").POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--limit--\r\n"))),
                "POST " + path);
    }

    /** The rows of all pages of a list. */
    List<JsonNode> all(String account, String path) {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 0; ; page++) {
            var answer = get(account, "%s%ssize=200&page=%d".formatted(path, path.contains("?") ? "&" : "?", page));
            answer.get("content").forEach(rows::add);
            if (page + 1 >= answer.at("/page/totalPages").asInt()) {
                return rows;
            }
        }
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode send(String account, HttpRequest.Builder request, String call) {
        try {
            var response = HTTP.send(request.header("Authorization", "Bearer " + token(account)).build(),
                    BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s as %s -> %d %s".formatted(call, account, response.statusCode(),
                        response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private String token(String account) {
        return held.compute(account, (key, token) ->
                token == null || token.since().plus(RENEWAL).isBefore(Instant.now())
                        ? new Token(tokens.of(account), Instant.now()) : token).text();
    }
}
