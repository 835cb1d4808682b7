package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody who has not signed in costs: no session in the database, and nothing of a body is read. */
@HttpTest
class NotSignedInIT {

    private static final List<String> OTHERS = List.of("/", "/nothing/here", "/logout", "/oauth2/authorization/keycloak",
            "/oauth2/authorization/x", "/login/oauth2/code/keycloak", "/login/oauth2/code/keycloak?code=x&state=y",
            "/camunda/app/tasklist/default/", "/camunda/app/cockpit/", "/camunda/lib/deps.js", "/camunda/api/engine/engine/",
            "/camunda/api/admin/auth/user/default", "/engine-rest/task", "/actuator/health", "/actuator/env", "/verify/x",
            "/v3/api-docs", "/handbook/", "/look.css", "/error", "/dossiers?asked=x", "/%00");
    private static final int PATIENCE = 15_000;

    private final long begun = System.currentTimeMillis();

    @Autowired
    Client client;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void nobodyHasASessionBeforeSigningIn() {
        var softly = new SoftAssertions();
        Stream.concat(addresses(RequestMethod.GET), OTHERS.stream()).forEach(path -> {
            for (var accepted : List.of("text/html", "application/json")) {
                softly.assertThat(client.with("Accept", accepted).get(path).headers().allValues("Set-Cookie"))
                        .as(path).noneMatch(cookie -> cookie.startsWith("SESSION="));
            }
        });
        addresses(RequestMethod.POST).forEach(path -> softly.assertThat(client.post(path, "{}").headers()
                .allValues("Set-Cookie")).as("POST " + path).noneMatch(cookie -> cookie.startsWith("SESSION=")));
        softly.assertThat(sessions()).as("rows of sessions").isZero();
        softly.assertAll();
    }

    /** The answer comes though most of the body is still to be sent. */
    @Test
    void whoMayNotIsToldBeforeTheBodyIsRead() {
        var softly = new SoftAssertions();
        Stream.concat(addresses(RequestMethod.POST), Stream.of("/engine-rest/deployment/create", "/camunda/api/engine/engine/default/task",
                "/verify", "/nothing/here", "/logout", "/logout/connect/back-channel/keycloak", "/error", "/session")).distinct()
                .forEach(path -> Stream.of("multipart/form-data; boundary=x", "application/json", "multipart/mixed; boundary=x")
                        .forEach(type -> answered(softly, "POST", path, type, "")));
        for (var method : Set.of("GET", "PUT", "DELETE")) {
            for (var path : List.of("/api/dossiers", "/verify/x", "/login/oauth2/code/keycloak", "/error", "/v3/api-docs", "/")) {
                answered(softly, method, path, "multipart/form-data; boundary=x", "");
            }
        }
        for (var token : List.of("nonsense", "a.b.c")) {
            answered(softly, "POST", "/api/units", "multipart/form-data; boundary=x", "Authorization: Bearer " + token + "\r\n");
        }
        softly.assertAll();
    }

    private void answered(SoftAssertions softly, String method, String path, String type, String header) {
        softly.assertThat(statusWithoutTheRest(method, path, type, header)).as("%s %s %s", method, path, type).isBetween(200, 499);
    }

    /** @return 0 where no answer comes while the body is not there */
    private int statusWithoutTheRest(String method, String path, String type, String header) {
        var address = URI.create(client.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write("""
                    %s %s HTTP/1.1\r
                    Host: localhost\r
                    Accept: text/html\r
                    Content-Type: %s\r
                    Content-Length: 20000000\r
                    %s\r
                    --x\r
                    Content-Disposition: form-data; name="file"; filename="file.pdf"\r
                    \r
                    %s""".formatted(method, path, type, header, "a".repeat(100_000)).getBytes(StandardCharsets.US_ASCII));
            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            return status == null ? 0 : Integer.parseInt(status.split(" ")[1]);
        } catch (SocketTimeoutException waiting) {
            return 0;
        } catch (IOException cut) {
            return -1;
        }
    }

    private Stream<String> addresses(RequestMethod method) {
        return mappings.getHandlerMethods().keySet().stream().filter(mapping -> mapping.getMethodsCondition().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{\\*?[^}]*}", "x").replace("**", "x")).distinct().sorted();
    }

    /** How many have come since this test began; others' end by themselves meanwhile. */
    private long sessions() {
        return jdbc.sql("select count(*) from spring_session where creation_time >= ?").param(begun).query(Long.class).single();
    }
}
