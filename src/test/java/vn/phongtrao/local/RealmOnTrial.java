package vn.phongtrao.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import vn.phongtrao.command.Environment;
import vn.phongtrao.province.RealmCommand;

/** A realm of its own in the Keycloak that all tests share, kept by the command {@code realm}, and changed behind its back. */
final class RealmOnTrial {

    static final String APPLICATION = "https://phongtrao.example.vn";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final String keycloak = LocalKeycloak.shared().url();
    private final String name;
    private final Map<String, String> environment;
    private String token;
    private Instant tokenUntil = Instant.MIN;

    /** @param provinces an empty folder, which gets the files of an organisation: those of an example province and a realm of this name */
    RealmOnTrial(String name, Path provinces) throws IOException {
        this.name = name;
        var example = Path.of("src/test/resources/example-provinces");
        try (var files = Files.walk(example)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = provinces.resolve(example.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var template = (ObjectNode) JSON.readTree(Path.of("provinces/realm.json").toFile());
        JSON.writeValue(provinces.resolve("realm.json").toFile(), template.put("realm", name));
        environment = new HashMap<>(Map.of("PHONGTRAO_PROVINCES", provinces.toString(), "PHONGTRAO_PROVINCE", "tinh-mau-2026",
                "PHONGTRAO_URL", APPLICATION + "/", "PHONGTRAO_WEB_SECRET", "first-web-secret", "PHONGTRAO_INTEGRATION_SECRET", "first-secret",
                "KEYCLOAK_URL", keycloak, "KEYCLOAK_ADMIN_PASSWORD", LocalKeycloak.ADMINISTRATOR_PASSWORD));
    }

    /** @param printed on both channels */
    record Outcome(int status, String printed) {
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    String value(String variable) {
        return environment.get(variable);
    }

    Outcome run(String... arguments) {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var status = new RealmCommand(stream, stream, new Environment(environment), TODAY).run(List.of(arguments));
        return new Outcome(status, printed.toString(StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        return read(send("GET", path, null));
    }

    /** @return id of what was made */
    String post(String path, Object body) {
        var location = send("POST", path, body).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void put(String path, Object body) {
        send("PUT", path, body);
    }

    void delete(String path) {
        send("DELETE", path, null);
    }

    /** Changes what lies at a path. */
    void change(String path, Consumer<ObjectNode> change) {
        var node = (ObjectNode) get(path);
        change.accept(node);
        put(path, node);
    }

    String client(String clientId) {
        return get("/clients?clientId=" + clientId).get(0).get("id").asText();
    }

    String group(String path) {
        return get("/group-by-path/" + path).get("id").asText();
    }

    List<JsonNode> list(String path) {
        return StreamSupport.stream(get(path).spliterator(), false).toList();
    }

    /** What Keycloak answers to a client, or to a person of whom a client sends the password. */
    HttpResponse<String> token(String form) {
        return exchange(HttpRequest.newBuilder(URI.create("%s/realms/%s/protocol/openid-connect/token".formatted(keycloak, name)))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    /** The page that Keycloak shows when somebody asks to come back to an address of the application after the sign-in. */
    String signInPage(String redirect) {
        return keycloak + "/realms/%s/protocol/openid-connect/auth?response_type=code&client_id=phongtrao-web&scope=openid&redirect_uri=%s"
                .formatted(name, URLEncoder.encode(redirect, StandardCharsets.UTF_8))
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    }

    /** Keycloak takes its time over passwords. */
    private String token() {
        if (Instant.now().isAfter(tokenUntil)) {
            token = KeycloakAdministration.token(keycloak);
            tokenUntil = Instant.now().plusSeconds(30);
        }
        return token;
    }

    private HttpResponse<String> send(String method, String path, Object body) {
        try {
            var answer = exchange(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + name + path))
                    .header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body))));
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
