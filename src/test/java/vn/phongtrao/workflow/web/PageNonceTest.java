package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Pages whose header and scripts Camunda gave different nonces. */
class PageNonceTest {

    private static final String POLICY = "Content-Security-Policy";
    private static final String HTML = "<head><script defer src=\"a.js\" nonce=\"body\"></script></head><p>Tổ quốc</p>"
            + "<script nonce=\"body\">start()</script>";
    private static final FilterChain CAMUNDA = (request, response) -> {
        ((HttpServletResponse) response).setHeader(POLICY, "script-src 'nonce-header' 'self'");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(HTML);
    };

    private final PageNonce filter = new PageNonce("");

    @Test
    void headerAndScriptsOfAPageNameTheSameNonce() throws Exception {
        var response = get("/camunda/app/tasklist/default/", CAMUNDA);

        var named = nonces(response.getHeader(POLICY));
        assertThat(named).hasSize(1);
        assertThat(nonces(response.getContentAsString(StandardCharsets.UTF_8)))
                .containsExactly(named.get(0), named.get(0));
        assertThat(response.getHeader(POLICY)).startsWith("script-src 'nonce-").endsWith("' 'self'");
    }

    @Test
    void whatPagesBeginWithNamesTheNonceOfThePage() throws Exception {
        var response = new MockHttpServletResponse();
        new PageNonce("<script nonce=\"\">first()</script>").doFilter(
                new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/"), response, CAMUNDA);

        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).startsWith("<head><script nonce=\"%s\">first()"
                .formatted(nonces(response.getHeader(POLICY)).get(0)));
    }

    @Test
    void everyPageHasANonceOfItsOwn() throws Exception {
        assertThat(nonces(get("/camunda/app/tasklist/default/", CAMUNDA).getHeader(POLICY)))
                .doesNotContainAnyElementsOf(nonces(get("/camunda/app/tasklist/default/", CAMUNDA).getHeader(POLICY)));
    }

    @Test
    void theRestOfAPageStaysAsItIs() throws Exception {
        var html = get("/camunda/app/tasklist/default/", CAMUNDA).getContentAsString(StandardCharsets.UTF_8);

        assertThat(html.replaceAll("nonce=\"[^\"]*\"", "nonce=\"body\"")).isEqualTo(HTML);
    }

    @Test
    void filesAndPagesWithoutPolicyPassUntouched() throws Exception {
        assertThat(get("/camunda/app/tasklist/a.js", CAMUNDA).getHeader(POLICY)).contains("nonce-header");
        assertThat(get("/camunda/app/tasklist/default/", (request, response) -> response.getWriter().write(HTML))
                .getContentAsString()).contains("nonce=\"body\"");
    }

    private MockHttpServletResponse get(String address, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", address), response, chain);
        return response;
    }

    private static List<String> nonces(String text) {
        return Pattern.compile("nonce[-=]\"?([\\w-]+)").matcher(text).results()
                .map((MatchResult found) -> found.group(1)).toList();
    }
}
