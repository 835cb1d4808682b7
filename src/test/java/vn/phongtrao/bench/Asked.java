package vn.phongtrao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.local.Tokens;
import vn.phongtrao.local.WebSession;

/** The product as one account asks it, by its token and in its browser. */
final class Asked {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String account;
    private final String group;
    private final Tokens tokens;
    private final WebSession browser;
    private volatile String token;

    /** @param unit path of the account's unit, whose last part is that of its name */
    Asked(Server server, Tokens tokens, String position, String unit) {
        this.address = server.address();
        this.account = position + "." + unit.substring(unit.lastIndexOf('/') + 1);
        this.group = unit + "/" + position;
        this.tokens = tokens;
        this.browser = new WebSession(address);
        browser.signIn("/", account);
    }

    String account() {
        return account;
    }

    /** As the engine knows the account's post. */
    String group() {
        return group;
    }

    /** @return the status */
    int get(String path) {
        return send(request(path), BodyHandlers.discarding()).statusCode();
    }

    /** @return how many bytes a file has, which is not kept. @throws IllegalStateException it is refused */
    int size(String path) {
        var answer = send(request(path), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s -> %d".formatted(path, answer.statusCode()));
        }
        return answer.body().length;
    }

    String text(String path) {
        return send(request(path), BodyHandlers.ofString()).body();
    }

    int post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), BodyHandlers.discarding()).statusCode();
    }

    /** Of a page in the browser. */
    int page(String path) {
        return browser.get(path).statusCode();
    }

    /** Those that Tasklist shows. */
    List<JsonNode> filters() {
        try {
            return StreamSupport.stream(JSON.readTree(text("/engine-rest/filter?resourceType=Task")).spliterator(), false).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpRequest.Builder request(String path) {
        if (token == null || Tokens.endsSoon(token)) {
            token = tokens.of(account);
        }
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token).header("Accept", "application/json, */*;q=0.5");
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
