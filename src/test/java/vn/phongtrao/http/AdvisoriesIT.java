package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.http.HttpJourney.individual;
import static vn.phongtrao.http.HttpJourney.proposal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import vn.phongtrao.document.Samples;
import vn.phongtrao.local.DemoProvince;
import vn.phongtrao.local.LocalKeycloak;
import vn.phongtrao.local.WebSession;

/** What is publicly known of libraries that have no mended version for us, replayed: {@code advisories.csv}. */
@HttpTest
class AdvisoriesIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String FOREIGN = "evil.example";

    @Autowired
    Client client;
    @Autowired
    HttpJourney journey;

    /** Camunda's filter that adds a slash leads to whatever the path begins with; the firewall lets none such through. */
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/../camunda/app/tasklist", "//evil.example/..;/camunda/app/tasklist",
            "//evil.example/%2e%2e/camunda/app/tasklist", "/\\evil.example/../camunda/app/tasklist",
            "/%5cevil.example/../camunda/app/tasklist", "http://evil.example/camunda/app/tasklist",
            "///evil.example/../camunda/app/admin", "/;//evil.example/../camunda/app/cockpit"})
    void theMissingSlashLeadsToNoForeignHost(String path) throws IOException {
        var session = new WebSession(client.address());
        session.signIn("/camunda/app/welcome/default/", OFFICER);

        var answer = raw("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: SESSION=%s\r\nConnection: close\r\n\r\n"
                .formatted(path, session.cookie("SESSION").orElseThrow()));

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.headers().getOrDefault("location", "")).doesNotContain("//" + FOREIGN).doesNotContain("\\");
    }

    /** What plugins of the webapps bring is looked up by a path; no spelling of it climbs out of their folder. */
    @ParameterizedTest
    @ValueSource(strings = {"../../../application.yaml", "..%2f..%2f..%2fapplication.yaml", "%2e%2e/%2e%2e/application.yaml",
            "..\\..\\application.yaml", "..%5c..%5capplication.yaml", "app/..;/..;/application.yaml", "..%252f..%252fapplication.yaml"})
    void noFileBesideThoseOfAPluginIsGiven(String path) throws IOException {
        var session = new WebSession(client.address());
        session.signIn("/camunda/app/welcome/default/", "admin");
        for (var plugin : List.of("cockpit/plugin/base", "admin/plugin/adminPlugins", "tasklist/plugin/tasklistPlugins")) {
            var answer = raw("GET /camunda/api/%s/static/%s HTTP/1.1\r\nHost: localhost\r\nCookie: SESSION=%s\r\nConnection: close\r\n\r\n"
                    .formatted(plugin, path, session.cookie("SESSION").orElseThrow()));

            assertThat(answer.status()).as(plugin).isBetween(300, 499);
            assertThat(answer.body()).doesNotContain("spring:");
        }
    }

    /** CVE-2026-41707. Keycloak binds a token to a key for whoever asks; here it opens nothing with a proof. */
    @Test
    void proofsOfPossessionAreNotTaken() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var keycloak = URI.create(LocalKeycloak.shared().url() + "/realms/" + DemoProvince.BAC_LIEU_2024.testRealm()
                + "/protocol/openid-connect/token");
        var granted = HttpClient.newHttpClient().send(HttpRequest.newBuilder(keycloak)
                .header("Content-Type", "application/x-www-form-urlencoded").header("DPoP", proof(key, "POST", keycloak, null))
                .POST(BodyPublishers.ofString("grant_type=password&client_id=phongtrao-demo&username=%s&password=%s"
                        .formatted(OFFICER, "demo"))).build(), BodyHandlers.ofString());
        var answer = new ObjectMapper().readTree(granted.body());
        assertThat(answer.get("token_type").asText()).as(granted.body()).isEqualTo("DPoP");
        var token = answer.get("access_token").asText();

        for (var path : List.of("/engine-rest/version", "/engine-rest/task")) {
            var address = URI.create(client.address() + path);
            var refused = client.with("Authorization", "DPoP " + token).with("DPoP", proof(key, "GET", address, token)).get(path);

            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
                    challenge -> assertThat(challenge).startsWith("Bearer"));
        }
    }

    /** CVE-2026-59282 and CVE-2026-59374: fields of what a page asks for grow no lists, whatever their index. */
    @ParameterizedTest
    @ValueSource(strings = {"/dossiers?status[2147483647]=x", "/dossiers?q[2147483646].x=1", "/dossiers?x[999999999].y[1]=1",
            "/statistics?unit[2147483647].x=1", "/statistics?from[999999999]=1", "/register/awards?unit[2147483647]=1"})
    void noFieldOfAPageGrowsAList(String path) {
        var session = new WebSession(client.address());
        session.signIn("/camunda/app/welcome/default/", OFFICER);
        var began = Instant.now();

        assertThat(session.get(path.replace("[", "%5B").replace("]", "%5D")).statusCode()).isBetween(200, 499);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    /** CVE-2026-59314: what a file was called ends no header. */
    @Test
    void aFilesNameEndsNoHeader() {
        var number = journey.propose(OFFICER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người gửi tệp lạ"))));
        var name = "a.pdf\"; filename*=UTF-8''a%0D%0ASet-Cookie:%20evil=1%0D%0A%0D%0A.pdf; x=\"";

        client.as(OFFICER).upload("/api/dossiers/" + number + "/documents", Map.of(name, Samples.pdf()));
        for (var document : client.as(OFFICER).get("/api/dossiers/" + number + "/documents").json()) {
            var headers = client.as(OFFICER).get("/api/dossiers/" + number + "/documents/" + document.get("id").asLong()).headers();

            assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("evil"));
            assertThat(headers.firstValue("Content-Disposition")).hasValueSatisfying(
                    value -> assertThat(value).doesNotContain("\r").doesNotContain("\n"));
        }
    }

    /** @param token what the proof is for; null when it is asked for */
    private static String proof(ECKey key, String method, URI address, String token) throws Exception {
        var claims = new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString()).claim("htm", method)
                .claim("htu", address.toString()).issueTime(new Date());
        if (token != null) {
            claims.claim("ath", Base64URL.encode(MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.US_ASCII))).toString());
        }
        var proof = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK()).build(), claims.build());
        proof.sign(new ECDSASigner(key));
        return proof.serialize();
    }

    private RawAnswers.Raw raw(String request) throws IOException {
        try (var server = new RawAnswers(URI.create(client.address()).getPort())) {
            return server.send(request.getBytes(StandardCharsets.ISO_8859_1), false);
        }
    }
}
