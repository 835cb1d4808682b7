package vn.phongtrao.security;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

import vn.phongtrao.language.Language;
import vn.phongtrao.language.LanguageCookie;

/**
 * One language for this application and Keycloak. Keycloak is asked to speak the one chosen here, Vietnamese where none
 * is, instead of the browser's; and what a person chooses at Keycloak becomes the choice here.
 */
final class SignInLanguage implements OAuth2AuthorizationRequestResolver {

    /** What Keycloak said last: it keeps a choice for good, and an old one must not undo a newer one made here. */
    private static final LanguageCookie AT_KEYCLOAK = new LanguageCookie("PHONGTRAO-LANGUAGE-AT-KEYCLOAK");

    /** Parameter of OpenID Connect. */
    private static final String PARAMETER = "ui_locales";

    private final OAuth2AuthorizationRequestResolver resolver;

    SignInLanguage(ClientRegistrationRepository clients) {
        resolver = new DefaultOAuth2AuthorizationRequestResolver(clients,
                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    /** Where nobody can sign in there is no page. */
    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        try {
            return speaking(resolver.resolve(request), request);
        } catch (IllegalArgumentException unknownRegistration) {
            return null;
        }
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return speaking(resolver.resolve(request, registration), request);
    }

    private static OAuth2AuthorizationRequest speaking(OAuth2AuthorizationRequest signIn, HttpServletRequest request) {
        return signIn == null ? null : OAuth2AuthorizationRequest.from(signIn)
                .additionalParameters(parameters -> parameters.put(PARAMETER, LanguageCookie.chosen(request).code()))
                .build();
    }

    /** Follows a choice that a person has just made at Keycloak, and goes on as before. */
    static AuthenticationSuccessHandler following(AuthenticationSuccessHandler onward) {
        return (request, response, signedIn) -> {
            if (signedIn.getPrincipal() instanceof OidcUser person) {
                atKeycloak(person).filter(language -> !AT_KEYCLOAK.read(request).equals(Optional.of(language)))
                        .ifPresent(language -> {
                            LanguageCookie.choose(language, request, response);
                            AT_KEYCLOAK.write(language, request, response);
                        });
            }
            onward.onAuthenticationSuccess(request, response, signedIn);
        };
    }

    private static Optional<Language> atKeycloak(OidcUser person) {
        return Language.find(person.getLocale());
    }
}
