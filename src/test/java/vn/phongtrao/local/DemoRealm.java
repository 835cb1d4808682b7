package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * A province's realm as it goes into production, with what only the demo has: invented people whose password is
 * {@value #PASSWORD}, a client that exchanges their passwords for tokens, and a post for the integration client.
 *
 * @param name name of the realm
 */
record DemoRealm(DemoProvince province, String name) {

    static final String PASSWORD = "demo";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ANY_LOCAL_ADDRESS = List.of("http://localhost:*", "http://127.0.0.1:*");
    /**
     * Plainly invented: every account's person is called "model", the further ones of a position "model two" and
     * "three".
     */
    private static final List<String> GIVEN = List.of("Mẫu", "Mẫu Hai", "Mẫu Ba");
    private static final int TOKEN_SECONDS = 30 * 60;
    private static final int HASH_ITERATIONS = 1000;

    /** Writes the realm as Keycloak imports it. */
    void write(Path file) {
        try {
            var realm = (ObjectNode) JSON.readTree(Path.of("keycloak", "realm-" + province.id() + ".json").toFile());
            realm.put("realm", name).put("accessTokenLifespan", TOKEN_SECONDS);
            realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(" + HASH_ITERATIONS + ")");
            addressLocally(client(realm, "phongtrao-web"));
            realm.withArray("clients").add(demoClient(client(realm, "phongtrao-web")));
            var users = realm.withArray("users");
            accounts().forEach(account -> users.addPOJO(user(account)));
            users.addPOJO(Map.of("username", "service-account-phongtrao-integration", "enabled", true,
                    "serviceAccountClientId", "phongtrao-integration",
                    "groups", List.of("/" + new Post(UnitPath.of(province.integrationUnit()), Position.POLICE_OFFICER)
                            .group())));
            JSON.writeValue(file.toFile(), realm);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param group null for a person who can sign in and has no post */
    private record Account(String username, String group, String firstName, String lastName) {
    }

    private Stream<Account> accounts() {
        var people = province.units().stream().flatMap(path -> Arrays.stream(Position.values())
                .flatMap(position -> IntStream.rangeClosed(1, people(position))
                        .mapToObj(ordinal -> account(path, position, ordinal))));
        return Stream.concat(people,
                Stream.of(new Account("admin", "/camunda-admin", GIVEN.get(0), "Đinh Văn"),
                        new Account("without-post", null, GIVEN.get(0), "Mai Văn")));
    }

    private static int people(Position position) {
        return switch (position) {
            case POLICE_OFFICER -> 2;
            case COUNCIL_MEMBER -> 3;
            default -> 1;
        };
    }

    private static Account account(String path, Position position, int ordinal) {
        var code = path.substring(path.lastIndexOf('/') + 1);
        var suffix = ordinal == 1 ? "" : "-" + ordinal;
        var family = switch (position) {
            case POLICE_OFFICER -> "Trần Văn";
            case POLICE_CHIEF -> "Nguyễn Văn";
            case COMMITTEE_CLERK -> "Lê Thị";
            case COMMITTEE_CHAIR -> "Phạm Văn";
            case COUNCIL_MEMBER -> "Hoàng Thị";
        };
        return new Account("%s%s.%s".formatted(position.id(), suffix, code),
                "/" + new Post(UnitPath.of(path), position).group(), GIVEN.get(ordinal - 1), family);
    }

    /** The first account of a position in a unit, as Keycloak imports it. */
    Map<String, Object> user(String unitPath, Position position) {
        return user(account(unitPath, position, 1));
    }

    /**
     * Import gives nobody the roles that accounts made in another way have from the start, the account pages' among
     * them.
     */
    private Map<String, Object> user(Account account) {
        return Map.of("username", account.username, "enabled", true,
                "firstName", account.firstName, "lastName", account.lastName,
                "attributes", Map.of("locale", List.of("vi")), "realmRoles", List.of("default-roles-" + name),
                "groups", Stream.ofNullable(account.group).toList(), "credentials", List.of(CREDENTIAL));
    }

    private static void addressLocally(ObjectNode client) {
        client.set("redirectUris", JSON.valueToTree(ANY_LOCAL_ADDRESS));
        ((ObjectNode) client.get("attributes")).put("post.logout.redirect.uris", String.join("##", ANY_LOCAL_ADDRESS));
    }

    private static ObjectNode demoClient(ObjectNode web) {
        var client = JSON.createObjectNode().put("clientId", "phongtrao-demo")
                .put("name", "Dùng thử").put("publicClient", true).put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true).put("fullScopeAllowed", false);
        client.set("protocolMappers", web.get("protocolMappers").deepCopy());
        return client;
    }

    private static ObjectNode client(ObjectNode realm, String id) {
        return named(realm.withArray("clients"), "clientId", id);
    }

    private static ObjectNode named(ArrayNode nodes, String key, String value) {
        for (var node : nodes) {
            if (node.path(key).asText().equals(value)) {
                return (ObjectNode) node;
            }
        }
        throw new IllegalArgumentException("No such " + key + ": " + value);
    }

    /** Hashed beforehand and cheaply, because Keycloak would take its time over every account. */
    private static final Map<String, Object> CREDENTIAL = credential();

    private static Map<String, Object> credential() {
        try {
            var salt = "phongtrao-demo-salt".getBytes(StandardCharsets.US_ASCII);
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, HASH_ITERATIONS, 512)).getEncoded();
            var base64 = Base64.getEncoder();
            return Map.of("type", "password",
                    "secretData", JSON.writeValueAsString(Map.of("value", base64.encodeToString(hash),
                            "salt", base64.encodeToString(salt))),
                    "credentialData", JSON.writeValueAsString(Map.of("algorithm", "pbkdf2-sha256",
                            "hashIterations", HASH_ITERATIONS)));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
