package vn.phongtrao.security;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.WebUtils;

/**
 * One language for this application and Keycloak. Keycloak is asked to speak the one chosen here, Vietnamese where none
 * is, instead of the browser's; and what a person chooses at Keycloak becomes the choice here. The choice is a cookie that
 * the webapps' scripts read and write too.
 */
final class SignInLanguage implements OAuth2AuthorizationRequestResolver {

    static final String CHOICE = "PHONGTRAO-LANGUAGE";
    /** What Keycloak said last: it keeps a choice for good, and an old one must not undo a newer one made here. */
    private static final String AT_KEYCLOAK = "PHONGTRAO-LANGUAGE-AT-KEYCLOAK";

    private static final Set<String> LANGUAGES = Set.of("vi", "en");
    private static final String DEFAULT = "vi";
    /** Parameter of OpenID Connect. */
    private static final String PARAMETER = "ui_locales";
    private static final Duration KEPT = Duration.ofDays(365);

    private final OAuth2AuthorizationRequestResolver resolver;

    SignInLanguage(ClientRegistrationRepository clients) {
        resolver = new DefaultOAuth2AuthorizationRequestResolver(clients,
                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return speaking(resolver.resolve(request), request);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return speaking(resolver.resolve(request, registration), request);
    }

    private static OAuth2AuthorizationRequest speaking(OAuth2AuthorizationRequest signIn, HttpServletRequest request) {
        return signIn == null ? null : OAuth2AuthorizationRequest.from(signIn)
                .additionalParameters(parameters -> parameters.put(PARAMETER, chosen(request))).build();
    }

    private static String chosen(HttpServletRequest request) {
        return cookie(CHOICE, request).filter(LANGUAGES::contains).orElse(DEFAULT);
    }

    /** Follows a choice that a person has just made at Keycloak, and goes on as before. */
    static AuthenticationSuccessHandler following(AuthenticationSuccessHandler onward) {
        return (request, response, signedIn) -> {
            if (signedIn.getPrincipal() instanceof OidcUser person) {
                atKeycloak(person).filter(language -> !cookie(AT_KEYCLOAK, request).equals(Optional.of(language)))
                        .ifPresent(language -> {
                            keep(CHOICE, language, request, response);
                            keep(AT_KEYCLOAK, language, request, response);
                        });
            }
            onward.onAuthenticationSuccess(request, response, signedIn);
        };
    }

    private static Optional<String> atKeycloak(OidcUser person) {
        return Optional.ofNullable(person.getLocale()).filter(LANGUAGES::contains);
    }

    private static Optional<String> cookie(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value).path(request.getContextPath() + "/")
                .maxAge(KEPT).sameSite("Lax").secure(request.isSecure()).build().toString());
    }
}
