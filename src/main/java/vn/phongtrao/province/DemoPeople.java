package vn.phongtrao.province;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.edition.UnsoundFiles;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * What only a realm to try the program with has: invented people whose password is {@value #PASSWORD}, a client that
 * exchanges their passwords for tokens, and a post for the integration client. It is reached at local addresses alone.
 *
 * @param realm its name
 */
public record DemoPeople(String realm) {

    public static final String PASSWORD = "demo";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ANY_LOCAL_ADDRESS = List.of("http://localhost:*", "http://127.0.0.1:*");
    /**
     * Plainly invented: every account's person is called "model", the further ones of a position "model two" and
     * "three".
     */
    private static final List<String> GIVEN = List.of("Mẫu", "Mẫu Hai", "Mẫu Ba");
    private static final int TOKEN_SECONDS = 30 * 60;
    private static final int HASH_ITERATIONS = 1000;

    /** @param units those whose people have accounts; the integration client is a police officer of the first one */
    public void moveInto(ObjectNode file, List<UnitPath> units) {
        file.put("realm", realm).put("accessTokenLifespan", TOKEN_SECONDS);
        file.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(" + HASH_ITERATIONS + ")");
        var web = client(file.withArray("clients"));
        addressLocally(web);
        file.withArray("clients").add(demoClient(web));
        var users = file.withArray("users");
        accounts(units).map(this::user).forEach(users::addPOJO);
        users.addPOJO(Map.of("username", "service-account-phongtrao-integration", "enabled", true,
                "serviceAccountClientId", "phongtrao-integration",
                "groups", List.of("/" + new Post(units.get(0), Position.POLICE_OFFICER).group())));
    }

    /** The first account of a post, as Keycloak imports it. */
    public Map<String, Object> user(Post post) {
        return user(account(post, 1));
    }

    /** @param group null for a person who can sign in and has no post */
    private record Account(String username, String group, String firstName, String lastName) {
    }

    private static Stream<Account> accounts(List<UnitPath> units) {
        var people = units.stream().flatMap(path -> Arrays.stream(Position.values())
                .flatMap(position -> IntStream.rangeClosed(1, people(position))
                        .mapToObj(ordinal -> account(new Post(path, position), ordinal))));
        return Stream.concat(people,
                Stream.of(new Account("admin", "/camunda-admin", GIVEN.get(0), "Đinh Văn"),
                        new Account("auditor", "/auditor", GIVEN.get(0), "Vũ Thị"),
                        new Account("without-post", null, GIVEN.get(0), "Mai Văn")));
    }

    private static int people(Position position) {
        return switch (position) {
            case POLICE_OFFICER -> 2;
            case COUNCIL_MEMBER -> 3;
            default -> 1;
        };
    }

    private static Account account(Post post, int ordinal) {
        var suffix = ordinal == 1 ? "" : "-" + ordinal;
        var family = switch (post.position()) {
            case POLICE_OFFICER -> "Trần Văn";
            case POLICE_CHIEF -> "Nguyễn Văn";
            case COMMITTEE_CLERK -> "Lê Thị";
            case COMMITTEE_CHAIR -> "Phạm Văn";
            case COUNCIL_MEMBER -> "Hoàng Thị";
        };
        return new Account("%s%s.%s".formatted(post.position().id(), suffix, post.unitPath().code()),
                "/" + post.group(),
                GIVEN.get(ordinal - 1), family);
    }

    /**
     * Import gives nobody the roles that accounts made in another way have from the start, the account pages' among
     * them.
     */
    private Map<String, Object> user(Account account) {
        return Map.of("username", account.username, "enabled", true,
                "firstName", account.firstName, "lastName", account.lastName,
                "attributes", Map.of("locale", List.of("vi")), "realmRoles", List.of("default-roles-" + realm),
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

    private static ObjectNode client(ArrayNode clients) {
        for (var client : clients) {
            if (client.path("clientId").asText().equals("phongtrao-web")) {
                return (ObjectNode) client;
            }
        }
        throw new UnsoundFiles(Area.PROVINCES, List.of(new Finding(Realm.TEMPLATE, "",
                "Không có clientId \"phongtrao-web\"", "Thêm lại từ tệp có sẵn")));
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
