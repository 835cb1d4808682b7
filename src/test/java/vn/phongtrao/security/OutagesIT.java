package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.phongtrao.local.Line;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.LocalPostgres;
import vn.phongtrao.local.WithLocalDatabase;

/**
 * The application while Keycloak does not answer, from its start on, with officers who may not act meanwhile; and while the database does not.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"phongtrao.accounts.acts-without-keycloak=0s", "spring.datasource.hikari.connection-timeout=250"})
@WithLocalDatabase
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutagesIT {

    private static final String ID = "5e95a945";
    private static final String CHIEF = "/95/954/31813/police-chief";
    private static final String ADMINISTRATOR = "/camunda-admin";
    private static final String SAID = "Keycloak (nơi quản lý tài khoản) không trả lời";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final List<String> ENGINE = List.of("/camunda/app/tasklist/default/", "/camunda/app/welcome/default/",
            "/camunda/api/admin/auth/user/default", WEBAPPS + "/task?maxResults=1", WEBAPPS + "/filter", WEBAPPS + "/process-definition",
            WEBAPPS + "/user/somebody/profile", WEBAPPS + "/identity/groups?userId=somebody", WEBAPPS + "/user?maxResults=1",
            WEBAPPS + "/user/count", WEBAPPS + "/group", WEBAPPS + "/group/count", WEBAPPS + "/group/x", WEBAPPS + "/tenant",
            WEBAPPS + "/authorization/check?permissionName=ACCESS&resourceName=application&resourceType=0");

    private static final int PORT = LocalKeycloak.freePort();
    private static final RSAKey KEY = key();
    private static final Pattern DATABASE = Pattern.compile("(.*localhost:)(\\d+)(/.*)");
    private static Line toDatabase;

    @LocalServerPort
    private int port;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;
    private String officer;
    private String administrator;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) {
        properties.add("phongtrao.keycloak.url", () -> "http://localhost:" + PORT);
        properties.add("phongtrao.keycloak.realm", () -> "phongtrao");
        var database = DATABASE.matcher(LocalPostgres.shared().freshDatabase());
        assertThat(database.matches()).isTrue();
        toDatabase = new Line(Integer.parseInt(database.group(2)));
        toDatabase.open();
        properties.add("spring.datasource.url", () -> database.group(1) + toDatabase.port() + database.group(3));
    }

    @BeforeEach
    void signedIn(@Autowired SessionRepository<? extends Session> sessions) {
        officer = session(sessions, CHIEF);
        administrator = session(sessions, ADMINISTRATOR);
    }

    @Test
    void whoIsSignedInReadsAndIsToldWhatIsMissing() {
        var softly = new SoftAssertions();
        var paths = Stream.concat(ENGINE.stream(), addresses()).toList();
        for (var session : List.of(officer, administrator)) {
            for (var path : paths) {
                var answer = get(path, session);
                unlessReached(softly, path, answer, "Keycloak");
            }
        }
        softly.assertThat(List.of(get("/api/units", officer).statusCode(), get("/", officer).statusCode(),
                get("/camunda/app/tasklist/default/", officer).statusCode(), get(WEBAPPS + "/task?maxResults=1", officer).statusCode()))
                .containsOnly(200);
        softly.assertAll();
    }

    @Test
    void whoIsSignedInChangesNothing() {
        var refused = act(officer);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains(SAID + " đã quá 0 phút");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aTokenThatNobodyCanVouchForIsNoFault() {
        for (var path : List.of("/api/units", "/engine-rest/task")) {
            var refused = withToken(path);

            assertThat(refused.statusCode()).as(path).isEqualTo(503);
            assertThat(refused.body()).contains("chưa kiểm tra được mã truy cập");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void nobodyIsSentToAKeycloakThatIsNotThereAndHealthTells() {
        var page = get("/dossiers", null);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<html", SAID);

        assertThat(get("/actuator/health", null)).returns(200, HttpResponse::statusCode)
                .satisfies(health -> assertThat(health.body()).startsWith("{\"status\":\"DEGRADED\"").contains("\"keycloak\":{\"status\":\"DEGRADED\"}"));
        assertThat(get("/actuator/health/readiness", null).body()).contains("UP");
    }

    /** Whoever was seen by Keycloak is known from then on, so this comes behind. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void allIsWellAgainWithoutAStartAnew() throws Exception {
        assertThat(withToken("/api/units").statusCode()).isEqualTo(503);
        var keycloak = start();
        try {
            await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(withToken("/api/units").statusCode()).isEqualTo(200);
                assertThat(withToken("/engine-rest/task").statusCode()).isEqualTo(200);
                assertThat(act(officer).statusCode()).isEqualTo(400);
                assertThat(get("/dossiers", null).statusCode()).isEqualTo(302);
                assertThat(get("/actuator/health", null).body()).startsWith("{\"status\":\"UP\"");
                assertThat(get(WEBAPPS + "/user/count", administrator).statusCode()).isNotEqualTo(503);
            });
        } finally {
            keycloak.stop(0);
        }
        assertThat(get("/api/units", officer).statusCode()).isEqualTo(200);
        assertThat(withToken("/api/units").statusCode()).as("a token that was known").isEqualTo(200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whoAsksWithoutTheDatabaseIsToldSoAndAllIsWellAgainWithIt() throws Exception {
        var keycloak = start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> withToken("/api/units").statusCode() == 200
                    && withToken("/engine-rest/task").statusCode() == 200);
            toDatabase.cut();
            var softly = new SoftAssertions();
            Stream.concat(Stream.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/process-definition", "/engine-rest/task/x",
                    "/engine-rest/filter", "/verify/x"), addresses()).forEach(path ->
                    unlessReached(softly, path, withToken(path), "Cơ sở dữ liệu"));
            for (var path : List.of("/", "/dossiers", "/camunda/app/tasklist/default/", WEBAPPS + "/task", "/api/units", "/verify/x")) {
                var answer = get(path, officer);
                softly.assertThat(answer.statusCode()).as(path).isEqualTo(503);
                unlessReached(softly, path, answer, "Cơ sở dữ liệu");
            }
            softly.assertThat(List.of(withToken("/engine-rest/task").statusCode(), act(officer).statusCode())).containsOnly(503);
            var health = get("/actuator/health", null);
            softly.assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
            softly.assertThat(health.body()).contains("\"db\":{\"status\":\"DOWN\"}", "\"citizenKey\":{\"status\":\"DOWN\"}",
                    "\"keycloak\":{\"status\":\"UP\"}");
            softly.assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
            softly.assertAll();

            toDatabase.open();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(List.of(get("/", officer).statusCode(),
                    withToken("/engine-rest/task").statusCode(), get("/actuator/health", null).statusCode())).containsOnly(200));
        } finally {
            toDatabase.open();
            keycloak.stop(0);
        }
    }

    private static void unlessReached(SoftAssertions softly, String path, HttpResponse<String> answer, String missing) {
        softly.assertThat(answer.statusCode()).as(path).matches(status -> status < 500 || status == 503);
        if (answer.statusCode() == 503) {
            softly.assertThat(answer.body()).as(path).contains(missing).doesNotContain("SQL", "Exception");
            softly.assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
        }
    }

    private Stream<String> addresses() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().isEmpty() || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream()).map(pattern -> pattern.replaceAll("\\{\\*?[^}]*}", "x"))
                .distinct().sorted();
    }

    private static String session(SessionRepository<? extends Session> sessions, String group) {
        return begin(sessions, group);
    }

    private static <S extends Session> String begin(SessionRepository<S> sessions, String group) {
        var session = sessions.createSession();
        var idToken = new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(300),
                Map.of("sub", ID + group.length(), "preferred_username", "somebody", "groups", List.of(group)));
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(
                new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), idToken, "sub"), List.of(), "keycloak")));
        sessions.save(session);
        return session.getId();
    }

    private HttpResponse<String> get(String path, String session) {
        return send(request(path, session).header("Accept", path.startsWith("/api") || path.contains("/api/") || path.startsWith("/actuator")
                ? "application/json" : "text/html"));
    }

    private HttpResponse<String> act(String session) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:%d/api/tasks/completions".formatted(port)))
                .header("Cookie", "PHONGTRAO-CSRF=token; SESSION=" + session).header("X-PHONGTRAO-CSRF", "token")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> withToken(String path) {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").build(),
                new JWTClaimsSet.Builder().subject(ID + CHIEF.length()).issuer("http://localhost:%d/realms/phongtrao".formatted(PORT))
                        .audience(KeycloakConfiguration.AUDIENCE).claim("preferred_username", "somebody").claim("groups", List.of(CHIEF))
                        .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(300))).build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return send(request(path, null).header("Authorization", "Bearer " + token.serialize()));
    }

    private HttpRequest.Builder request(String path, String session) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return session == null ? request : request.header("Cookie", "SESSION=" + session);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Says what Keycloak would, of a chief of police and an administrator. */
    private static HttpServer start() throws IOException {
        var keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        keycloak.createContext("/realms/phongtrao/protocol/openid-connect/certs", exchange -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
        keycloak.createContext("/realms/phongtrao/protocol/openid-connect/token", exchange -> answer(exchange,
                "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"refresh_token\": \"y\"}"));
        keycloak.createContext("/admin/realms/phongtrao/users", exchange -> {
            var path = exchange.getRequestURI().getPath();
            answer(exchange, path.endsWith("/count") ? "2" : path.endsWith("/groups") ? "[{\"path\": \"%s\"}]".formatted(
                    path.contains(ID + CHIEF.length() + "/") ? CHIEF : ADMINISTRATOR) : path.endsWith("/users") ? "[]"
                    : "{\"id\": \"x\", \"username\": \"somebody\", \"enabled\": true}");
        });
        keycloak.start();
        return keycloak;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("ours").algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
