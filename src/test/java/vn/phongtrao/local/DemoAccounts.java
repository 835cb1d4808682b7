package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.phongtrao.unit.Post;

/** Demo accounts beyond those a demo realm begins with, made through Keycloak's administration API. */
public final class DemoAccounts {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String keycloak;
    private final DemoRealm realm;

    /** @param keycloak its address */
    public DemoAccounts(String keycloak, DemoProvince province, String realm) {
        this.keycloak = keycloak;
        this.realm = new DemoRealm(province, realm);
    }

    /** For example {@code police-officer.31813}. */
    public static String name(Post post) {
        return post.position().id() + "." + post.unitPath().code();
    }

    /** Gives each post an account; those that are there stay as they are. */
    public void provide(Collection<Post> posts) {
        provide(posts.stream().map(realm::user).toList(), "SKIP");
    }

    /** Gives each post an account with a verified mail address; those that are there are made anew. */
    public void provideReachable(Collection<Post> posts) {
        provide(posts.stream().map(post -> {
            Map<String, Object> user = new HashMap<>(realm.user(post));
            user.putAll(Map.of("email", name(post) + "@example.vn", "emailVerified", true));
            return user;
        }).toList(), "OVERWRITE");
    }

    private void provide(List<Map<String, Object>> users, String ifThere) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(URI.create(
                                    "%s/admin/realms/%s/partialImport".formatted(keycloak, realm.name())))
                            .header("Authorization", "Bearer " + KeycloakAdministration.token(keycloak))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(
                                    Map.of("ifResourceExists", ifThere, "users", users)))).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Keycloak takes no accounts: " + answer.body());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
