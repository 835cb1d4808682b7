package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** What a request is told to have come from, and to have come to. */
class PublicAddressTest {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
    private static final List<String> FORGED = List.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http", "X-Forwarded-Port",
            "81", "Forwarded", "for=192.0.2.66;host=evil.example;proto=http");

    /** Says what it is told. */
    private static final class Telling extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("%s %s %s".formatted(request.getRemoteAddr(), request.getRequestURL(), request.isSecure()));
        }
    }

    @ParameterizedTest
    @CsvSource({"https://phongtrao.example.vn, https://phongtrao.example.vn/page true",
            "https://phongtrao.example.vn/, https://phongtrao.example.vn/page true",
            "http://10.1.2.3:8088, http://10.1.2.3:8088/page false",
            "https://phongtrao.example.vn:8443, https://phongtrao.example.vn:8443/page true"})
    void requestsCameToTheAddressThatIsSet(URI url, String told) throws Exception {
        assertThat(told(new AddressProperties(url, THIS_MACHINE, false), FORGED)).endsWith(told);
    }

    @Test
    void inTheDemoTheyCameToWhateverTheySayButNotWhatProxiesWouldSay() throws Exception {
        assertThat(told(new AddressProperties(null, THIS_MACHINE, true), FORGED)).startsWith("127.0.0.1 http://localhost:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "192.0.2.66, 203.0.113.7           | 203.0.113.7  | 127.0.0.1",
            "192.0.2.66, 10.9.9.9, 203.0.113.7 | 203.0.113.7  | 127.0.0.1",
            "192.0.2.66, 203.0.113.7, 10.0.0.5 | 203.0.113.7  | 127.0.0.1;10.0.0.5",
            "192.0.2.66, 203.0.113.7, 10.0.0.5 | 203.0.113.7  | 127.0.0.1;10.0.*",
            "192.0.2.66, 10.0.0.55             | 10.0.0.55    | 127.0.0.1;10.0.0.5",
            "192.0.2.66                        | 192.0.2.66   | 127.*",
            "192.0.2.66                        | 127.0.0.1    | 10.0.0.5"})
    void whomProxiesNameLastIsBelievedAndNobodyElse(String chain, String told, String proxies) throws Exception {
        assertThat(told(new AddressProperties(null, List.of(proxies.split(";")), true), List.of("X-Forwarded-For", chain)))
                .startsWith(told + " ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "phongtrao.example.vn", "ftp://phongtrao.example.vn", "https://phongtrao.example.vn/app",
            "https://phongtrao.example.vn?x", "https://user@phongtrao.example.vn", "https:///"})
    void withoutAnAddressNothingStarts(String url) {
        var properties = new AddressProperties(url == null ? null : URI.create(url), THIS_MACHINE, false);

        assertThatThrownBy(() -> new PublicAddress(properties)).isInstanceOf(NoPublicAddress.class)
                .hasMessageContaining("PHONGTRAO_URL").hasMessageContaining("in trên văn bản").hasMessageContaining("printed on papers");
        assertThat(new NoPublicAddressAnalyzer().analyze(new NoPublicAddress("x")).getAction()).contains("https://phongtrao.example.vn");
    }

    private static String told(AddressProperties properties, List<String> headers) throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        new PublicAddress(properties).customize(factory);
        var server = factory.getWebServer(new ServletRegistrationBean<>(new Telling(), "/*"));
        server.start();
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:%d/page".formatted(server.getPort())))
                    .headers(headers.toArray(String[]::new)).build(), BodyHandlers.ofString()).body();
        } finally {
            server.destroy();
        }
    }
}
