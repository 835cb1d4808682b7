package vn.phongtrao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code realm}, {@code realm apply} and {@code realm admin} against a real Keycloak, whose realm was changed by others. */
class RealmKeptIT {

    private static final String CHIEF = "99/99001/police-chief";
    private static final String OFFICER = "99/99001/police-officer";
    private static final String PASSWORD = "long-enough-for-the-policy";
    private static final String ASKED_TO_SET_UP = "kc-totp-settings-form";
    private static final String ASKED_FOR_NEW_PASSWORD = "kc-passwd-update-form";
    private static final String ASKED_FOR_CODE = "kc-otp-login-form";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final String CALLBACK = RealmOnTrial.APPLICATION + "/login/oauth2/code/keycloak";

    private static RealmOnTrial realm;

    @BeforeAll
    static void makeRealm(@TempDir Path provinces) throws IOException {
        realm = new RealmOnTrial("phongtrao-kept", provinces);
        var shown = realm.run();
        assertThat(shown.printed()).contains("Realm phongtrao-kept", "chưa có, sẽ tạo", "Chưa thay đổi gì");
        assertThat(shown.status()).isEqualTo(1);

        apply();
        assertSame();
    }

    private static void apply() {
        var applied = realm.run("apply");
        assertThat(applied.status()).as(applied.printed()).isZero();
    }

    private static void assertSame() {
        var again = realm.run();
        assertThat(again.printed()).contains("đúng như tệp").doesNotContain("khác");
        assertThat(again.status()).isZero();
    }

    @Test
    void whatOthersChangedIsShownAndPutRightAndPeopleStayAsTheyAre() {
        var inPost = person("in-post", OFFICER);
        var leftBehind = realm.post("/groups", Map.of("name", "98"));
        realm.post("/groups/%s/children".formatted(leftBehind), Map.of("name", "police-chief"));
        var people = List.of(inPost, person("left-behind", "98/police-chief"));
        var before = people(people);
        changeMuch();
        realm.set("PHONGTRAO_WEB_SECRET", "second-web-secret");

        var shown = realm.run();
        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.printed()).contains("khóa bí mật: đã đổi", "redirectUris: thêm " + CALLBACK + "; bỏ https://evil.example.vn/*",
                        "loginTheme: đang là keycloak, theo tệp là phongtrao", "bruteForceProtected: đang là tắt, theo tệp là bật",
                        "Ứng dụng foreign", "sẽ tắt, không xóa", "Nhóm 99/99002/council-member", "chưa có, sẽ thêm",
                        "name: thêm Xã Mẫu Một; bỏ Renamed", "Nhóm 97", "không có ai: sẽ xóa", "ánh xạ groups", "ánh xạ evil",
                        "Luồng đăng nhập phongtrao-browser", "directAccessGrantsEnabled: đang là bật, theo tệp là tắt",
                        "vai trò của realm-management: bỏ manage-users", "Tài khoản dịch vụ của phongtrao-web", "Cấu hình declarative-user-profile",
                        "Lưu ý: Nhóm 98 không có trong tệp nhưng còn người ở 98/police-chief: giữ nguyên")
                .doesNotContain("second-web-secret", "first-web-secret", "in-post", "left-behind");
        assertThat(token("second-web-secret")).as("only shown").isEqualTo(401);

        var applied = realm.run("apply");
        assertThat(applied.printed()).contains("Đã thay đổi");
        assertThat(applied.status()).isZero();

        var again = realm.run();
        assertThat(again.status()).isZero();
        assertThat(again.printed()).startsWith("Realm phongtrao-kept đúng như tệp").contains("Nhóm 98");
        assertThat(token("second-web-secret")).isEqualTo(200);
        assertThat(token("first-web-secret")).isEqualTo(401);
        assertThat(people(people)).isEqualTo(before);
        assertThat(realm.get("/clients?clientId=foreign").get(0).get("enabled").asBoolean()).isFalse();
        realm.delete("/groups/" + leftBehind);
    }

    /** What an administrator does in a hurry, and what an intruder does. */
    private static void changeMuch() {
        realm.put("", Map.of("loginTheme", "keycloak", "bruteForceProtected", false));
        realm.change("/clients/" + realm.client("phongtrao-web"), client -> {
            client.putArray("redirectUris").add("https://evil.example.vn/*");
            client.put("directAccessGrantsEnabled", true);
        });
        realm.post("/clients/%s/protocol-mappers/models".formatted(realm.client("phongtrao-web")), Map.of("name", "evil",
                "protocol", "openid-connect", "protocolMapper", "oidc-hardcoded-claim-mapper",
                "config", Map.of("claim.name", "groups", "claim.value", "[\"/camunda-admin\"]", "access.token.claim", "true")));
        var web = "/clients/%s/protocol-mappers/models/".formatted(realm.client("phongtrao-integration"));
        realm.list(web.substring(0, web.length() - 1)).stream().filter(mapper -> mapper.get("name").asText().equals("groups"))
                .forEach(mapper -> realm.change(web + mapper.get("id").asText(),
                        change -> ((ObjectNode) change.get("config")).put("full.path", "false")));
        realm.post("/clients", Map.of("clientId", "foreign", "publicClient", true, "redirectUris", List.of("*")));
        realm.delete("/groups/" + realm.group("99/99002/council-member"));
        realm.change("/groups/" + realm.group("99/99001"), group -> group.putObject("attributes").putArray("name").add("Renamed"));
        realm.post("/groups", Map.of("name", "97"));
        realm.list("/authentication/flows/phongtrao-browser/executions").stream()
                .filter(step -> step.path("displayName").asText().equals("phongtrao-required-factor"))
                .forEach(step -> realm.put("/authentication/flows/phongtrao-browser/executions", ((ObjectNode) step).put("requirement", "DISABLED")));
        var management = realm.client("realm-management");
        var manage = List.of(realm.get("/clients/%s/roles/manage-users".formatted(management)));
        realm.post("/groups/%s/role-mappings/clients/%s".formatted(realm.group(OFFICER), management), manage);
        var account = realm.get("/clients/%s/service-account-user".formatted(realm.client("phongtrao-web"))).get("id").asText();
        realm.post("/users/%s/role-mappings/clients/%s".formatted(account, management), manage);
        realm.change("/users/profile", profile -> profile.put("unmanagedAttributePolicy", "ENABLED"));
    }

    /**
     * @param renamed how many of a flow and its steps when the run before was killed
     * @param begun   how many of those that take their place
     * @param topFirst as an earlier version did it
     */
    @ParameterizedTest
    @CsvSource({"1, 0, true", "1, 0, false", "9, 0, false", "9, 1, false", "9, 3, false"})
    void aFlowThatIsMadeAnewHalfWayIsFinishedByTheNextRun(int renamed, int begun, boolean topFirst) {
        var parts = new ArrayList<>(parts());
        assertThat(parts).hasSizeBetween(3, 9);
        var names = parts.stream().map(part -> part.get("alias").asText()).toList();
        if (!topFirst) {
            Collections.reverse(parts);
        }
        parts.stream().limit(renamed).forEach(part -> realm.put("/authentication/flows/" + part.get("id").asText(),
                part.put("alias", part.get("alias").asText() + "~former").without("authenticationExecutions")));
        names.stream().limit(begun).forEach(name -> realm.post("/authentication/flows", Map.of("alias", name, "providerId", "basic-flow",
                "topLevel", name.equals("phongtrao-browser"), "builtIn", false)));

        apply();

        assertSame();
        assertThat(realm.get("").get("browserFlow").asText()).isEqualTo("phongtrao-browser");
        assertThat(realm.list("/authentication/flows")).noneMatch(flow -> flow.get("alias").asText().contains("~"));
        assertThat(parts()).extracting(part -> part.get("alias").asText()).isEqualTo(names);
    }

    /** The flow by which people sign in, and those that are its steps. */
    private static List<ObjectNode> parts() {
        var top = realm.list("/authentication/flows").stream().filter(flow -> flow.get("alias").asText().equals("phongtrao-browser"));
        var steps = realm.list("/authentication/flows/phongtrao-browser/executions").stream().filter(step -> step.hasNonNull("flowId"))
                .map(step -> realm.get("/authentication/flows/" + step.get("flowId").asText()));
        return Stream.concat(top, steps).map(ObjectNode.class::cast).toList();
    }

    @Test
    void aSecondFactorIsAskedOfThePositionsThatMustHaveOne() {
        person("chief", CHIEF);
        person("officer", OFFICER);
        realm.post("/clients", Map.of("clientId", "with-passwords", "publicClient", true, "standardFlowEnabled", false,
                "directAccessGrantsEnabled", true));
        realm.set("PHONGTRAO_CLIENTS", "with-passwords");
        realm.set("PHONGTRAO_MFA", "police-chief, camunda-admin");
        assertThat(realm.run().printed()).contains("Nhóm 99/99001/police-chief", "vai trò của realm: thêm second-factor");
        apply();
        assertSame();

        var settingUp = signIn("chief");
        assertThat(settingUp.body()).contains(ASKED_TO_SET_UP);
        assertThat(signedIn("officer")).isTrue();
        assertThat(realm.token("grant_type=password&client_id=with-passwords&username=chief&password=" + PASSWORD).statusCode())
                .as("passwords are no pages").isEqualTo(200);

        var secret = SECRET.matcher(settingUp.body()).results().findFirst().orElseThrow().group(1);
        var now = Instant.now();
        assertThat(leadsBack(settingUp.send(Map.of("totpSecret", secret, "totp", OneTimeCode.at(now, secret), "userLabel", "Mẫu")))).isTrue();
        var asked = signIn("chief");
        assertThat(asked.body()).contains(ASKED_FOR_CODE);
        assertThat(leadsBack(asked.send(Map.of("otp", "000000")))).isFalse();
        // a code is taken once, and half a minute too early
        assertThat(leadsBack(signIn("chief").send(Map.of("otp", OneTimeCode.at(now.plusSeconds(OneTimeCode.SECONDS), secret))))).isTrue();

        realm.set("PHONGTRAO_MFA", "");
        assertThat(realm.run("apply").printed()).contains("vai trò của realm: bỏ second-factor");
        person("next-chief", CHIEF);
        assertThat(signedIn("next-chief")).as("no longer").isTrue();
        assertThat(signIn("chief").body()).as("who has one goes on with it").contains(ASKED_FOR_CODE);
    }

    @Test
    void positionsThatThereAreNotAreSaid() {
        realm.set("PHONGTRAO_MFA", "chief");
        try {
            var refused = realm.run();
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.printed()).contains("PHONGTRAO_MFA", "police-chief", "camunda-admin");
        } finally {
            realm.set("PHONGTRAO_MFA", "");
        }
    }

    @Test
    void peopleAreLedBackToTheExactAddressAlone() {
        assertThat(get(realm.signInPage(CALLBACK)).statusCode()).isEqualTo(200);
        for (var other : List.of(RealmOnTrial.APPLICATION + "/", CALLBACK + "/x", RealmOnTrial.APPLICATION + ".evil.example/login/oauth2/code/keycloak")) {
            assertThat(get(realm.signInPage(other)).statusCode()).as(other).isEqualTo(400);
        }
    }

    @Test
    void noClientOfTheRealmTakesPasswordsInPeoplesStead() {
        person("with-password", OFFICER);
        for (var client : List.of("admin-cli", "phongtrao-integration&client_secret=first-secret")) {
            assertThat(realm.token("grant_type=password&client_id=%s&username=with-password&password=%s".formatted(client, PASSWORD)))
                    .satisfies(answer -> assertThat(answer.body()).contains("unauthorized_client"));
        }
    }

    @Test
    void anAdministratorIsMadeOnceAndChoosesAPassword() {
        var made = realm.run("admin", "an.nguyen", "Nguyễn Văn", "An");
        assertThat(made.status()).isZero();
        var password = made.printed().lines().filter(line -> line.startsWith("    ")).findFirst().orElseThrow().strip();
        assertThat(password).hasSize(20);
        var account = realm.get("/users?exact=true&username=an.nguyen").get(0);
        assertThat(account.get("lastName").asText()).isEqualTo("Nguyễn Văn");
        assertThat(account.get("requiredActions")).hasSize(2);
        assertThat(realm.list("/users/%s/groups".formatted(account.get("id").asText())))
                .singleElement().satisfies(group -> assertThat(group.get("path").asText()).isEqualTo("/camunda-admin"));
        assertThat(signIn("an.nguyen", password).body()).containsAnyOf(ASKED_FOR_NEW_PASSWORD, ASKED_TO_SET_UP);

        var again = realm.run("admin", "an.nguyen", "Nguyễn Văn", "An");
        assertThat(again.status()).isEqualTo(3);
        assertThat(again.printed()).contains("Đã có tài khoản an.nguyen");
        assertThat(realm.run("admin", "an.nguyen").status()).isEqualTo(2);
    }

    @Test
    void anAdministratorOfKeycloakIsMadeThere() {
        assertThat(realm.run("admin", "keeper.of.accounts", "Trần Thị", "Bình", "--keycloak").status()).isZero();
        assertThat(realm.list("/users?exact=true&username=keeper.of.accounts")).isEmpty();
    }

    @Test
    void whyNothingCouldBeDoneIsSaid() {
        with("KEYCLOAK_ADMIN_PASSWORD", "wrong", 3, "Keycloak không cho admin đăng nhập vào realm master");
        with("KEYCLOAK_ADMIN_PASSWORD", "", 2, "Thiếu biến môi trường: KEYCLOAK_ADMIN_SECRET");
        with("KEYCLOAK_URL", "http://localhost:1", 3, "Không vào được Keycloak tại http://localhost:1");
        with("KEYCLOAK_URL", realm.value("KEYCLOAK_URL") + "/elsewhere", 3, "không phải là địa chỉ của Keycloak");
        with("PHONGTRAO_WEB_SECRET", " ", 2, "Thiếu biến môi trường: PHONGTRAO_WEB_SECRET");
        with("PHONGTRAO_PROVINCE", "soc-trang", 2, "PHONGTRAO_PROVINCE phải là tên một tỉnh");
        assertThat(realm.run("apply", "now").status()).isEqualTo(2);
    }

    private static void with(String variable, String value, int status, String said) {
        var right = realm.value(variable);
        realm.set(variable, value);
        try {
            var outcome = realm.run();
            assertThat(outcome.printed()).contains(said).doesNotContain("Exception");
            assertThat(outcome.status()).isEqualTo(status);
        } finally {
            realm.set(variable, right);
        }
    }

    private static int token(String secret) {
        return realm.token("grant_type=client_credentials&client_id=phongtrao-web&client_secret=" + secret).statusCode();
    }

    private static String person(String username, String group) {
        return realm.post("/users", Map.of("username", username, "enabled", true, "firstName", "Mẫu", "lastName", "Đỗ Văn",
                "groups", List.of("/" + group), "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
    }

    /** All that Keycloak tells of accounts. */
    private static Map<String, Object> people(List<String> ids) {
        Map<String, Object> all = new TreeMap<>();
        for (var id : ids) {
            all.put(id, List.of(realm.get("/users/" + id), realm.get("/users/%s/groups".formatted(id)),
                    realm.get("/users/%s/credentials".formatted(id)), realm.get("/users/%s/role-mappings".formatted(id))));
        }
        return all;
    }

    private static boolean signedIn(String username) {
        return leadsBack(signIn(username));
    }

    private static boolean leadsBack(Shown shown) {
        return shown.answer.headers().firstValue("Location").filter(address -> address.startsWith(CALLBACK + "?")
                && address.contains("code=")).isPresent();
    }

    private static Shown signIn(String username) {
        return signIn(username, PASSWORD);
    }

    /** @return the page that follows name and password, or what leads back to the application */
    private static Shown signIn(String username, String password) {
        var browser = HttpClient.newBuilder().cookieHandler(new WebSession.TrustingLocalhost()).build();
        return new Shown(browser, send(browser, HttpRequest.newBuilder(URI.create(realm.signInPage(CALLBACK)))))
                .send(Map.of("username", username, "password", password));
    }

    /** A page of Keycloak's in a browser. */
    private record Shown(HttpClient browser, HttpResponse<String> answer) {

        String body() {
            return answer.body();
        }

        /** Its form, filled in. */
        Shown send(Map<String, String> fields) {
            var form = FORM.matcher(body());
            assertThat(form.find()).as(body()).isTrue();
            var sent = RealmKeptIT.send(browser, HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&")))));
            var next = sent.headers().firstValue("Location").filter(address -> !address.startsWith(RealmOnTrial.APPLICATION));
            return new Shown(browser, next.map(address -> RealmKeptIT.send(browser, HttpRequest.newBuilder(URI.create(address)))).orElse(sent));
        }
    }

    private static HttpResponse<String> get(String address) {
        return send(HttpClient.newHttpClient(), HttpRequest.newBuilder(URI.create(address)));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
