package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.http.HttpTest;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.KeycloakAdministration;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.Tokens;
import vn.phongtrao.local.WebSession;

@HttpTest
class SignInIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String PAGE = "/camunda/app/tasklist/default/";

    private static final String FOREIGN = "sign-in-it";

    @BeforeAll
    static void makeForeignClient() {
        new KeycloakAdministration(DemoProvince.BAC_LIEU_2024).addForeignClient(FOREIGN);
    }

    private final long begun = System.currentTimeMillis();

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    private final Tokens tokens = LocalKeycloak.shared().tokens(DemoProvince.BAC_LIEU_2024);

    @ParameterizedTest
    @ValueSource(strings = {"/api/units", "/engine-rest/task"})
    void tokensOfPeopleAndSystemsOpenTheInterfacesWithoutASession(String path) {
        assertThat(withToken(path, tokens.of(OFFICER)).statusCode()).isEqualTo(200);
        assertThat(withToken(path, tokens.ofSystem()).statusCode()).isEqualTo(200);
        assertThat(sessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/units", "/engine-rest/task"})
    void tokensThatAreNotForThisApplicationAreRefused(String path) throws Exception {
        var token = tokens.of(OFFICER);
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        unauthorized(withToken(path, "nonsense"));
        unauthorized(withToken(path, new PlainJWT(claims).serialize()));
        unauthorized(withToken(path, promoted(token, claims)));
        unauthorized(withToken(path, LocalKeycloak.shared().tokens(DemoProvince.CA_MAU_2025).of("admin")));
        unauthorized(withToken(path, tokens.by(FOREIGN, OFFICER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/units", "/api", "/engine-rest/task", "/engine-rest/",
            "/camunda/api/engine/engine/default/task", "/camunda/api/admin/setup/default/user/create"})
    void callsWithoutASignInAreToldSo(String path) {
        unauthorized(session().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%65ngine-rest/task", "/camunda/api/admin%2Fsetup/default/user/create",
            "/camunda/app;x/tasklist/default/", "//engine-rest/task", "/api/dossiers/..%2f..%2fverify", "/dossiers/..%2fverify",
            "/rules/..%2fverify/path", "/%61pi/units"})
    void pathsSpeltInAnotherWayAreRefused(String path) {
        assertThat(session().get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", PAGE, "/camunda/lib/deps.js", "/actuator/env", "/anything"})
    void pagesWithoutASignInLeadToKeycloakInVietnamese(String path) {
        var page = session().get(path);

        assertThat(WebSession.asksToSignIn(page)).isTrue();
        assertThat(page.uri().toString()).startsWith(LocalKeycloak.shared().url() + "/realms/phongtrao/")
                .contains("code_challenge_method=S256");
        assertThat(page.body()).contains("lang=\"vi\"");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health, 200", "/v3/api-docs, 200", "/verify/unknown, 200"})
    void publicPathsNeedNoSignIn(String path, int status) {
        assertThat(session().get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void signedInPersonReachesThePageAskedForAndTheRegisters() {
        var session = session();

        var page = session.signIn(PAGE, OFFICER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(PAGE);
        assertThat(session.get("/api/units").statusCode()).isEqualTo(200);
        assertThat(sessions()).isPositive();
    }

    @Test
    void changesFromAPageNeedTheTokenOfItsCookie() {
        var session = session();
        session.signIn(PAGE, OFFICER);
        var token = session.cookie("PHONGTRAO-CSRF").orElseThrow();

        assertThat(post(session, "/api/units", "another").statusCode()).isEqualTo(403);
        assertThat(post(session, "/api/units", token).statusCode()).isEqualTo(405);
    }

    /** As a tab does that was opened in a session that has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"", "8C1D4A4F1B0E4D0A9F1B6C7D8E9F0A1B"})
    void aTokenOfAFormerSessionIsRefusedByWebappsAndDoesNotEndThisOne(String token) {
        var session = session();
        session.signIn(PAGE, OFFICER);
        var count = "/camunda/api/engine/engine/default/task/count";
        assertThat(session.get(count).statusCode()).isEqualTo(200);

        var refused = ofWebapp(session, count, token);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("tải lại trang");
        assertThat(ofWebapp(session, count, session.cookie("XSRF-TOKEN").orElseThrow()).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> ofWebapp(WebSession session, String path, String token) {
        return session.send(session.request(path).header("Content-Type", "application/json").header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void setupOfAnAdministratorIsClosedToAdministratorsToo() {
        var session = session();
        session.signIn("/camunda/app/cockpit/default/", "admin");

        assertThat(session.get("/camunda/api/admin/setup/default/user/create").statusCode()).isEqualTo(403);
        assertThat(session.get("/actuator/env").statusCode()).isEqualTo(403);
    }

    @Test
    void groupsWithSlashesCanBeNamedInAPath() {
        var session = session();
        session.signIn("/camunda/app/admin/default/", "admin");

        var group = session.get("/camunda/api/engine/engine/default/group/95%2F954%2F31813%2Fpolice-officer");

        assertThat(group.body()).as("the engine read the whole id").contains("95/954/31813/police-officer");
    }

    @Test
    void signingOutEndsTheSessionHereAndInKeycloak() {
        var session = session();
        session.signIn(PAGE, OFFICER);
        assertThat(WebSession.asksToSignIn(session.get(PAGE))).isFalse();

        var afterwards = session.get("/logout");

        assertThat(WebSession.asksToSignIn(afterwards)).as("the start page asks to sign in again").isTrue();
        unauthorized(session.get("/api/units"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aPageOfAnotherSiteSignsNobodyOut(String from) {
        var session = session();
        session.signIn(PAGE, OFFICER);

        assertThat(session.send(session.request("/logout").header("Sec-Fetch-Site", from)).statusCode()).isEqualTo(404);

        assertThat(session.get("/api/units").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesAreNotKeptOnSharedComputersAndTellOtherSitesNothing() {
        var session = session();
        session.signIn(PAGE, OFFICER);

        var headers = session.get("/api/units").headers();

        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(
                value -> assertThat(value).contains("default-src 'self'"));
        assertThat(session.get(PAGE).headers().allValues("Content-Security-Policy")).hasSizeLessThan(2);
    }

    private WebSession session() {
        return new WebSession("http://localhost:" + port);
    }

    private HttpResponse<String> withToken(String path, String token) {
        var session = session();
        return session.send(session.request(path).header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> post(WebSession session, String path, String csrfToken) {
        return session.send(session.request(path).header("X-PHONGTRAO-CSRF", csrfToken)
                .POST(BodyPublishers.noBody()));
    }

    /** How many have come since this test began; others' end by themselves meanwhile. */
    private long sessions() {
        return jdbc.sql("select count(*) from spring_session where creation_time >= ?").param(begun).query(Long.class).single();
    }

    private static String promoted(String token, JWTClaimsSet claims) {
        var parts = token.split("\\.");
        var payload = new JWTClaimsSet.Builder(claims).claim("groups", "/camunda-admin").build().toString();
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes()) + "."
                + parts[2];
    }

    private static void unauthorized(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.previousResponse()).as("no redirect").isEmpty();
    }
}
