package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What a browser carries while its person signs in at Keycloak. */
class SignInCookieTest {

    private final SignInCookie node = cookie("secret");

    private static SignInCookie cookie(String secret) {
        return new SignInCookie(new KeycloakConfiguration().clientRegistrations(new KeycloakProperties("https://id.example.vn",
                "http://keycloak", "phongtrao", "phongtrao-web", secret)).findByRegistrationId(KeycloakConfiguration.REGISTRATION));
    }

    private static OAuth2AuthorizationRequest signIn(String state) {
        return OAuth2AuthorizationRequest.authorizationCode().authorizationUri("https://id.example.vn/auth").clientId("phongtrao-web")
                .redirectUri("https://phongtrao.example.vn/login/oauth2/code/keycloak").state(state)
                .attributes(Map.of("nonce", "the nonce", "code_verifier", "the verifier", "registration_id", "keycloak")).build();
    }

    @Test
    void itIsSealedAndReadByEveryNodeOnce() {
        var cookie = begun("/registers/awards", "asked=1", "one");
        var back = answer(cookie, "one");
        var told = new MockHttpServletResponse();

        var found = cookie("secret").removeAuthorizationRequest(back, told);

        assertThat(cookie.getValue()).doesNotContain("verifier", "awards");
        assertThat(found.getState()).isEqualTo("one");
        assertThat(found.getRedirectUri()).isEqualTo("https://phongtrao.example.vn/login/oauth2/code/keycloak");
        assertThat(found.getClientId()).isEqualTo("phongtrao-web");
        assertThat(found.getScopes()).contains("openid");
        assertThat(found.getAttributes()).containsEntry("nonce", "the nonce").containsEntry("code_verifier", "the verifier")
                .containsEntry("registration_id", "keycloak");
        assertThat(SignInCookie.pageAskedFor(back)).isEqualTo("/registers/awards?asked=1");
        assertThat(told.getHeader("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void itIsForTheBrowserAloneAndForAWhile() {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", "/");
        request.setSecure(true);

        node.saveAuthorizationRequest(signIn("one"), request, response);

        assertThat(response.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=1800");
    }

    @Test
    void anotherSignInOrKeyOrAForgedOneIsNone() {
        var cookie = begun("/", null, "one");

        assertThat(node.removeAuthorizationRequest(answer(cookie, "other"), new MockHttpServletResponse())).isNull();
        assertThat(cookie("other").removeAuthorizationRequest(answer(cookie, "one"), new MockHttpServletResponse())).isNull();
        for (var forged : new String[] {"", "x", "e30", cookie.getValue().substring(3), "A" + cookie.getValue(), "%%"}) {
            assertThat(node.loadAuthorizationRequest(answer(new Cookie(SignInCookie.NAME, forged), "one"))).as(forged).isNull();
        }
    }

    @Test
    void whatCannotBeAskedForAgainLeadsToTheStart() {
        for (var request : new MockHttpServletRequest[] {new MockHttpServletRequest("POST", "/registers/awards"),
                new MockHttpServletRequest("GET", "/" + "x".repeat(2000))}) {
            var response = new MockHttpServletResponse();
            node.saveAskedFor(signIn("one"), request, response);
            var back = answer(response.getCookie(SignInCookie.NAME), "one");

            assertThat(node.removeAuthorizationRequest(back, new MockHttpServletResponse())).isNotNull();
            assertThat(SignInCookie.pageAskedFor(back)).isEqualTo("/");
            assertThat(response.getHeader("Set-Cookie")).hasSizeLessThan(4096);
        }
    }

    private Cookie begun(String page, String query, String state) {
        var request = new MockHttpServletRequest("GET", page);
        request.setQueryString(query);
        var response = new MockHttpServletResponse();
        node.saveAskedFor(signIn(state), request, response);
        return response.getCookie(SignInCookie.NAME);
    }

    private static MockHttpServletRequest answer(Cookie cookie, String state) {
        var request = new MockHttpServletRequest("GET", "/login/oauth2/code/keycloak");
        request.setCookies(cookie);
        request.setParameter("state", state);
        return request;
    }
}
