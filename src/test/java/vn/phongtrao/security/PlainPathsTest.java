package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The second column is what the container makes of what was sent. */
class PlainPathsTest {

    @ParameterizedTest
    @CsvSource({"/, /", "/api/dossiers/KT-1, /api/dossiers/KT-1", "/api/awards%20x, /api/awards x", "/api/units/95%2F954, /api/units/95/954",
            "/verify/%C4%90%C4%83ng, /verify/Đăng", "/api/papers/a%25b, /api/papers/a%b", "/a~b, /a~b", "/a%7Eb, /a~b", "/a+b, /a+b"})
    void whatEverybodyReadsAlikeGoesOn(String sent, String made) throws ServletException, IOException {
        assertThat(status(sent, made)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/%61pi/absences, /api/absences", "/ap%69, /api", "/%41PI, /API", "/a%2Db, /a-b", "/a%2e, /a.", "/%5f, /_", "/%7a, /z", "/%30, /0",
            "/api/dossiers/..%2f..%2fverify, /verify", "/api/dossiers/..%2F..%2Fverify, /verify", "/dossiers/..%2fverify, /verify",
            "/api/dossiers/.%2fx, /api/dossiers/x", "/api/%2e%2e/verify, /verify", "/%2fapi, /api", "//api, /api", "/api/x;y, /api/x"})
    void whatIsReadInTwoWaysIsRefused(String sent, String made) throws ServletException, IOException {
        assertThat(status(sent, made)).isEqualTo(400);
    }

    private static int status(String sent, String made) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", sent);
        request.setServletPath(made);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        new PlainPaths().doFilter(request, response, chain);
        assertThat(chain.getRequest() == null).isEqualTo(response.getStatus() != 200);
        return response.getStatus();
    }
}
