package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.phongtrao.Application;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.KeycloakAdministration;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.Tokens;
import vn.phongtrao.local.WebSession;
import vn.phongtrao.local.WithLocalServices;

/**
 * What Keycloak takes away is taken away here, in open sessions and for tokens, on two nodes. Answers of Keycloak count for
 * some seconds; {@code -Dknown-for=60s} tries it as delivered.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevokedIT {

    private static final String KNOWN_FOR = System.getProperty("known-for", "4s");
    private static final Duration LIMIT = Duration.ofSeconds(Long.parseLong(KNOWN_FOR.replace("s", "")));
    private static final Duration BACK_CHANNEL = Duration.ofSeconds(2);
    /** For calls that are under way, on machines that do much else. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    private static final String ADMINISTRATORS = "/camunda-admin";
    private static final String CHIEF = "/95/954/31813/police-chief";
    private static final String ACT = "/api/tasks/completions";
    private static final String PAGE = "/camunda/app/tasklist/default/";
    private static final String WHO = "/camunda/api/admin/auth/user/default";
    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";
    /** What Tasklist asks of Keycloak by way of the engine. */
    private static final String PROFILE = "/camunda/api/engine/engine/default/user/%s/profile";

    private static final List<String> SHARED = List.of("spring.flyway.locations", "spring.datasource.url",
            "spring.datasource.username", "spring.datasource.password", "phongtrao.province", "phongtrao.business-date",
            "phongtrao.citizen-key", "phongtrao.address.of-request", "phongtrao.keycloak.url", "phongtrao.keycloak.realm",
            "phongtrao.keycloak.client-secret", "phongtrao.accounts.known-for");

    private final KeycloakAdministration keycloak = new KeycloakAdministration(DemoProvince.BAC_LIEU_2024);
    private final Tokens tokens = LocalKeycloak.shared().tokens(DemoProvince.BAC_LIEU_2024);

    @LocalServerPort
    private int port;
    private ConfigurableApplicationContext other;
    private String node;
    private String otherNode;

    @DynamicPropertySource
    static void limit(DynamicPropertyRegistry properties) {
        properties.add("phongtrao.accounts.known-for", () -> KNOWN_FOR);
    }

    @BeforeAll
    void startAnotherNode(@Autowired Environment environment) {
        other = SpringApplication.run(Application.class, Stream.concat(Stream.of("--server.port=0"),
                SHARED.stream().map(name -> "--%s=%s".formatted(name, environment.getProperty(name))))
                .toArray(String[]::new));
        node = "http://localhost:" + port;
        otherNode = "http://localhost:" + other.getEnvironment().getProperty("local.server.port");
        keycloak.tellSignOutsTo(otherNode);
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    @Test
    void whoIsDisabledActsNoMoreInASessionOrWithATokenOnAnyNode() {
        var id = keycloak.create("disabled", CHIEF);
        var session = signIn("disabled");
        var token = tokens.of("disabled");
        assertThat(List.of(act(session, node), act(session, otherNode), act(token, node), act(token, otherNode)))
                .containsOnly(400);

        keycloak.enable(id, false);
        var disabled = System.nanoTime();
        until("token, this node", disabled, LIMIT, () -> act(token, node) == 401);
        until("token, other node", disabled, LIMIT, () -> act(token, otherNode) == 401);
        until("session, this node", disabled, LIMIT, () -> act(session, node) == 401);
        until("session, other node", disabled, LIMIT, () -> act(session, otherNode) == 401);

        var answer = withToken(token, node);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=UTF-8");
        assertThat(answer.body()).contains(AccountCheck.ENDED);
        assertThat(WebSession.asksToSignIn(session.get(PAGE))).isTrue();

        keycloak.enable(id, true);
        assertThat(act(signIn("disabled"), node)).as("enabled again, at once").isEqualTo(400);
    }

    @Test
    void whoIsDeletedIsSignedOutAndNeverMeetsAFault() {
        var id = keycloak.create("deleted", CHIEF);
        var session = signIn("deleted");
        assertThat(session.get(TASKS).statusCode()).isEqualTo(200);
        var withoutWebapps = new WebSession(node);
        withoutWebapps.signIn("/", "deleted");

        keycloak.delete(id);
        var deleted = System.nanoTime();
        assertThat(withoutWebapps.get(TASKS).statusCode()).isLessThan(500);
        until("deleted", deleted, LIMIT, () -> {
            var answers = Stream.of(TASKS, WHO, PROFILE.formatted("deleted")).map(session::get)
                    .map(HttpResponse::statusCode).toList();
            assertThat(answers).allMatch(status -> status < 500);
            return answers.contains(401);
        });

        assertThat(session.get(TASKS).body()).contains("\"status\":401");
        assertThat(WebSession.asksToSignIn(session.get(PAGE))).isTrue();
        assertThat(WebSession.asksToSignIn(session.get("/dossiers"))).isTrue();
    }

    @Test
    void whoLeavesOrJoinsAGroupGoesOnWithTheNewOnesInTheSameSession() {
        var id = keycloak.create("moved", ADMINISTRATORS);
        var session = signIn("moved");
        var token = tokens.of("moved");
        assertThat(apps(session, node)).contains("\"cockpit\"");
        assertThat(withToken(token, node, "/engine-rest/process-instance/count").statusCode()).isEqualTo(200);

        keycloak.leave(id, ADMINISTRATORS);
        var left = System.nanoTime();
        until("left, token", left, LIMIT,
                () -> withToken(token, node, "/engine-rest/process-instance/count").statusCode() == 403);
        until("left, session", left, LIMIT, () -> !apps(session, node).contains("\"cockpit\""));
        until("left, other node", left, LIMIT, () -> !apps(session, otherNode).contains("\"cockpit\""));
        assertThat(session.get("/camunda/api/engine/engine/default/process-instance/count").statusCode()).isEqualTo(403);

        keycloak.join(id, ADMINISTRATORS);
        var joined = System.nanoTime();
        until("joined, session", joined, LIMIT, () -> apps(session, node).contains("\"cockpit\""));
        until("joined, other node", joined, LIMIT, () -> apps(session, otherNode).contains("\"cockpit\""));
    }

    @Test
    void aSignOutAtKeycloakEndsItsSessionsOnBothNodes() {
        var id = keycloak.create("signed-out", CHIEF);
        var office = signIn("signed-out");
        var first = keycloak.sessions(id);
        var phone = signIn("signed-out");
        var second = keycloak.sessions(id).stream().filter(session -> !first.contains(session)).findAny().orElseThrow();

        keycloak.endSession(second);
        var ended = System.nanoTime();
        until("back channel, this node", ended, BACK_CHANNEL, () -> act(phone, node) == 401);
        until("back channel, other node", ended, BACK_CHANNEL, () -> act(phone, otherNode) == 401);
        assertThat(act(office, node)).as("another session").isEqualTo(400);

        keycloak.signOut(id);
        var signedOut = System.nanoTime();
        until("signed out everywhere, this node", signedOut, BACK_CHANNEL, () -> act(office, node) == 401);
        until("signed out everywhere, other node", signedOut, BACK_CHANNEL, () -> act(office, otherNode) == 401);
    }

    @Test
    void wrongPasswordsThatSomebodyTypesSignNobodyOut() throws InterruptedException {
        keycloak.create("guessed-at", CHIEF);
        var session = signIn("guessed-at");
        for (int attempt = 0; attempt < 6; attempt++) {
            assertThat(tokens.isRefused("guessed-at", "wrong")).isTrue();
        }
        assertThat(tokens.isRefused("guessed-at", "demo")).as("locked for a while").isTrue();
        Thread.sleep(Math.min(LIMIT.toMillis(), 5000));

        assertThat(act(session, node)).isEqualTo(400);
    }

    private WebSession signIn(String username) {
        var session = new WebSession(node);
        assertThat(session.signIn(PAGE, username).statusCode()).isEqualTo(200);
        return session;
    }

    /** Tries what changes something. @return status, 400 where it was looked at */
    private static int act(WebSession session, String node) {
        return session.send(HttpRequest.newBuilder(URI.create(node + ACT))
                .header("X-PHONGTRAO-CSRF", session.cookie("PHONGTRAO-CSRF").orElseThrow())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"))).statusCode();
    }

    private static int act(String token, String node) {
        return withToken(token, node).statusCode();
    }

    private static HttpResponse<String> withToken(String token, String node) {
        return new WebSession(node).send(HttpRequest.newBuilder(URI.create(node + ACT))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> withToken(String token, String node, String path) {
        var session = new WebSession(node);
        return session.send(session.request(path).header("Authorization", "Bearer " + token));
    }

    /** The webapps that the engine opens to whoever asks it for tasks, by the groups it knows. */
    private static String apps(WebSession session, String node) {
        session.send(HttpRequest.newBuilder(URI.create(node + TASKS)));
        return session.send(HttpRequest.newBuilder(URI.create(node + WHO))).body();
    }

    /** Tries again and again. @param since by {@link System#nanoTime()} */
    private static void until(String what, long since, Duration limit, BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - since)).as(what).isLessThan(limit.plus(SLACK));
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
        System.out.printf("%s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }
}
