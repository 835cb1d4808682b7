package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import vn.phongtrao.local.WebSession;

/** What is answered at addresses that are not there, or not theirs: to people in a page, to programs as a problem. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownAddressesIT {

    private static final String OFFICER = "police-officer.31813";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    Client client;

    private WebSession officer;

    @BeforeAll
    void signIn() {
        officer = new WebSession(client.address());
        officer.signIn("/dossiers", OFFICER);
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, 404", "/dossiers/, 404", "/api, 404", "/api/nowhere, 404", "/camunda/nowhere, 404",
            "/camunda/app/nowhere/, 404", "/camunda/app/nowhere/default/, 404", "/camunda/app/tasklist/nowhere/, 404",
            "/camunda/app/tasklist/nowhere.js, 404", "/dossiers//x, 400", "/dossiers/a%00b, 400",
            "/dossiers/a%5Cb, 400", "/camunda/app/cockpit/default/, 403", "/camunda-welcome/index.html, 403",
            "/actuator/env, 403"})
    void peopleReadThemInAPage(String path, int status) {
        var answer = get(path, BROWSER);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("<html", "lang=\"vi\"", "<h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/units HTTP/9.9\r\nHost: localhost\r\n\r\n", "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost:22\r\n\r\n",
            "POST /api/units HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n"})
    void whatHttpDoesNotHaveIsTheCallersMistake(String request) throws IOException {
        try (var server = new RawAnswers(URI.create(client.address()).getPort())) {
            var answer = server.send(request.getBytes(StandardCharsets.US_ASCII), false);
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("Hệ thống gặp lỗi");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/units?q=%zz", "POST /api/units?q=%zz", "POST /nowhere?q=%zz", "GET /api/units%00", "POST /api/units%00",
            "POST /dossiers/a%5Cb", "GET /dossiers//x"})
    void whatCannotBeReadIsAnsweredWhateverCharsetItNames(String line, CapturedOutput output) throws IOException {
        try (var server = new RawAnswers(URI.create(client.address()).getPort())) {
            for (var accepted : new String[] {"application/json", "*/*", BROWSER, "text/html;charset=", "x", ";"}) {
                for (var charset : new String[] {"", ":", "utf-7", "x y", "utf-8"}) {
                    var request = "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nAccept: %s\r\nContent-Type: application/json;charset=%s\r\n"
                            + "Accept-Charset: %4$s\r\nContent-Length: 0\r\n\r\n";
                    var answer = server.send(request.formatted(line, client.as(OFFICER).header("Authorization"), accepted, charset)
                            .getBytes(StandardCharsets.US_ASCII), false);
                    assertThat(answer.status()).as("%s, %s: %s", accepted, charset, answer.body()).isBetween(400, 499);
                }
            }
        }
        assertThat(output.getAll()).doesNotContain(" ERROR ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*"})
    void programsGetAProblem(String accepted) {
        for (var path : new String[] {"/nowhere", "/api/nowhere"}) {
            var answer = get(path, accepted);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"title\":\"Không tìm thấy\"", "\"instance\":\"" + path + "\"");
        }
    }

    @Test
    void programsThatUseAnotherMethodGetAProblem() {
        var answer = client.as(OFFICER).send("PUT", "/api/units", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text("/detail")).contains("phương thức");
    }

    private HttpResponse<String> get(String path, String accepted) {
        return officer.send(officer.request(path).header("Accept", accepted));
    }
}
