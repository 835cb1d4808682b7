package vn.phongtrao.realm;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Keycloak's administration API. What goes wrong is a {@link KeycloakTrouble}, but a 404 where one asks whether something is there. */
final class Keycloak {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    /** A whole realm is made in one request. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final AdminSignIn signIn;
    private final RestClient http;
    private String token;

    /** @param url without a slash at the end */
    Keycloak(String url, AdminSignIn signIn) {
        this.url = url;
        this.signIn = signIn;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTED_WITHIN).build());
        requests.setReadTimeout(ANSWERED_WITHIN);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** @param path below {@code /admin}, with its parts as they are */
    JsonNode get(String path, Object... parts) {
        return call(HttpMethod.GET, null, path, parts).orElseThrow(() -> trouble("không có " + path));
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> find(String path, Object... parts) {
        return call(HttpMethod.GET, null, path, parts);
    }

    JsonNode ask(String path, Object... parts) {
        return call(HttpMethod.POST, null, path, parts).orElseThrow(() -> trouble("không có " + path));
    }

    /** @return the id of what was made */
    String create(JsonNode made, String path, Object... parts) {
        return signedIn(() -> {
            var location = request(HttpMethod.POST, made, path, parts).retrieve().toBodilessEntity().getHeaders().getLocation();
            return location == null ? "" : location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
        });
    }

    void add(JsonNode added, String path, Object... parts) {
        create(added, path, parts);
    }

    void put(JsonNode changed, String path, Object... parts) {
        signedIn(() -> request(HttpMethod.PUT, changed, path, parts).retrieve().toBodilessEntity());
    }

    /** What is not there any more needs no removing. */
    void delete(JsonNode content, String path, Object... parts) {
        call(HttpMethod.DELETE, content, path, parts);
    }

    private Optional<JsonNode> call(HttpMethod method, JsonNode content, String path, Object... parts) {
        return signedIn(() -> {
            try {
                return Optional.of(read(request(method, content, path, parts).retrieve().body(byte[].class)));
            } catch (HttpClientErrorException.NotFound nothing) {
                return Optional.<JsonNode>empty();
            }
        });
    }

    private static JsonNode read(byte[] body) {
        try {
            return body == null || body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (IOException noJson) {
            throw trouble("trả lời không phải của Keycloak (không phải JSON)");
        }
    }

    private RestClient.RequestBodySpec request(HttpMethod method, JsonNode content, String path, Object... parts) {
        var request = http.method(method).uri(url + "/admin" + path, parts)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token).accept(MediaType.APPLICATION_JSON);
        return content == null ? request : request.contentType(MediaType.APPLICATION_JSON).body(content.toString().getBytes(
                StandardCharsets.UTF_8));
    }

    /** Tokens of administrators live for a minute: who comes too late signs in once more. */
    private <T> T signedIn(Supplier<T> call) {
        try {
            if (token == null) {
                token = newToken();
            }
            try {
                return call.get();
            } catch (HttpClientErrorException.Unauthorized late) {
                token = newToken();
                return call.get();
            }
        } catch (ResourceAccessException away) {
            throw trouble("Không vào được Keycloak tại %s: Keycloak chưa chạy, hoặc KEYCLOAK_INTERNAL_URL, KEYCLOAK_URL sai".formatted(url));
        } catch (HttpClientErrorException.Forbidden forbidden) {
            throw trouble("Tài khoản quản trị %s không đủ quyền tại Keycloak".formatted(signIn));
        } catch (RestClientResponseException refused) {
            throw trouble("Keycloak không nhận (trạng thái %d): %s".formatted(refused.getStatusCode().value(), reason(refused)));
        } catch (RestClientException unreadable) {
            throw trouble("Không đọc được trả lời của %s: đó có phải là Keycloak không".formatted(url));
        }
    }

    private String newToken() {
        try {
            return read(http.post().uri(url + "/realms/master/protocol/openid-connect/token")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED).body(signIn.form()).retrieve().body(byte[].class))
                    .path("access_token").asText();
        } catch (HttpClientErrorException refused) {
            throw trouble(refused.getStatusCode() == HttpStatus.NOT_FOUND ? "%s không phải là địa chỉ của Keycloak".formatted(url)
                    : ("Keycloak không cho %s đăng nhập vào realm master: mật khẩu hoặc khóa bí mật (KEYCLOAK_ADMIN_PASSWORD, "
                    + "KEYCLOAK_ADMIN_SECRET) sai, hoặc không còn đăng nhập như vậy được").formatted(signIn));
        }
    }

    private static String reason(RestClientResponseException refused) {
        try {
            var said = JSON.readTree(refused.getResponseBodyAsByteArray());
            return said.path("errorMessage").asText(said.path("error").asText(said.toString()));
        } catch (IOException noJson) {
            return refused.getStatusText();
        }
    }

    private static KeycloakTrouble trouble(String message) {
        return new KeycloakTrouble(message);
    }
}
