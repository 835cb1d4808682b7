package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Access tokens of a demo realm, for calls with {@code Authorization: Bearer}. */
public final class Tokens {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;

    public Tokens(String keycloakUrl, String realm) {
        this.endpoint = URI.create(keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/token");
    }

    /** @param username a demo account, for example {@code police-officer.31813} */
    public String of(String username) {
        return accessToken(grant(username, DemoRealm.PASSWORD));
    }

    /** Whether a token ends within the next two minutes. */
    public static boolean endsSoon(String token) {
        try {
            var claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            return Instant.ofEpochSecond(claims.get("exp").asLong()).isBefore(Instant.now().plusSeconds(120));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A token that another public client of the realm gets in a person's name. */
    public String by(String client, String username) {
        return accessToken(grant(client, username, DemoRealm.PASSWORD));
    }

    /** The token of client {@code phongtrao-integration}, which is in the police-officer group of a commune. */
    public String ofSystem() {
        return accessToken(post(Map.of("grant_type", "client_credentials", "client_id", "phongtrao-integration",
                "client_secret", LocalKeycloak.INTEGRATION_SECRET)));
    }

    /** Whether Keycloak gives nothing for a name and password. */
    public boolean isRefused(String username, String password) {
        return grant(username, password).statusCode() != 200;
    }

    /** What Keycloak answers to a name and password. */
    HttpResponse<String> grant(String username, String password) {
        return grant("phongtrao-demo", username, password);
    }

    private HttpResponse<String> grant(String client, String username, String password) {
        return post(Map.of("grant_type", "password", "client_id", client, "scope", "openid",
                "username", username, "password", password));
    }

    private HttpResponse<String> post(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return HTTP.send(HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String accessToken(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("Keycloak gives no token: " + response.body());
        }
        try {
            return JSON.readTree(response.body()).get("access_token").asText();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
