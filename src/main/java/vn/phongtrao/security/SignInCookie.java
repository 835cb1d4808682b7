package vn.phongtrao.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a sign-in that is on its way to Keycloak and back, and the page that was asked for, in the browser that began it. Here is nothing of
 * it: a session is made for who has signed in. The cookie is sealed, with a key made of the client's secret, which every node has.
 */
final class SignInCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String NAME = "PHONGTRAO-SIGN-IN";

    private static final String PAGE = SignInCookie.class.getName() + ".page";
    private static final String START = "/";
    private static final Duration KEPT = Duration.ofMinutes(30);
    /** Browsers drop a cookie of more than 4,096 bytes; whoever asked by a longer address comes to the start page. */
    private static final int LONGEST_PAGE = 1_500;
    /** Sets this key apart from others that may be made of the same secret. */
    private static final String PURPOSE = "7369676e2d696e20636f6f6b6965";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClientRegistration client;
    private final BytesEncryptor seal;

    SignInCookie(ClientRegistration client) {
        this.client = client;
        this.seal = Encryptors.stronger(client.getClientSecret(), PURPOSE);
    }

    /** What has to be known again when Keycloak answers. @param page null where none was asked for */
    private record Begun(String state, String nonce, String verifier, String redirectUri, String page) {
    }

    /** The page that was asked for before the sign-in that this request has ended. */
    static String pageAskedFor(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(PAGE)).orElse(request.getContextPath() + START);
    }

    /** Comes back to what is asked for after the sign-in, where that can be asked for again. */
    void saveAskedFor(OAuth2AuthorizationRequest signIn, HttpServletRequest request, HttpServletResponse response) {
        var page = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        save(signIn, "GET".equals(request.getMethod()) && page.length() <= LONGEST_PAGE ? page : null, request, response);
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest signIn, HttpServletRequest request, HttpServletResponse response) {
        save(signIn, null, request, response);
    }

    private void save(OAuth2AuthorizationRequest signIn, String page, HttpServletRequest request, HttpServletResponse response) {
        var begun = new Begun(signIn.getState(), signIn.getAttribute(OidcParameterNames.NONCE),
                signIn.getAttribute(PkceParameterNames.CODE_VERIFIER), signIn.getRedirectUri(), page);
        try {
            write(Base64.getUrlEncoder().withoutPadding().encodeToString(seal.encrypt(JSON.writeValueAsBytes(begun))), KEPT, request,
                    response);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return begun(request).map(this::signIn).orElse(null);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        var begun = begun(request);
        begun.ifPresent(one -> {
            request.setAttribute(PAGE, one.page);
            write("", Duration.ZERO, request, response);
        });
        return begun.map(this::signIn).orElse(null);
    }

    /** Empty for a cookie that is missing, not sealed by us, or of another sign-in than the one that is answered. */
    private Optional<Begun> begun(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue).flatMap(this::open)
                .filter(begun -> begun.state.equals(state));
    }

    private Optional<Begun> open(String sealed) {
        try {
            return Optional.of(JSON.readValue(seal.decrypt(Base64.getUrlDecoder().decode(sealed)), Begun.class));
        } catch (IOException | RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest signIn(Begun begun) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, client.getRegistrationId());
        attributes.put(OidcParameterNames.NONCE, begun.nonce);
        attributes.put(PkceParameterNames.CODE_VERIFIER, begun.verifier);
        return OAuth2AuthorizationRequest.authorizationCode().clientId(client.getClientId())
                .authorizationUri(client.getProviderDetails().getAuthorizationUri()).scopes(client.getScopes())
                .redirectUri(begun.redirectUri).state(begun.state).attributes(attributes).build();
    }

    private static void write(String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, value).path(request.getContextPath() + "/").maxAge(kept)
                .httpOnly(true).sameSite("Lax").secure(request.isSecure()).build().toString());
    }
}
