package vn.phongtrao.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * What a browser session or an access token says of an account.
 *
 * @param id     {@code sub}
 * @param groups as in {@link Account}
 * @param asOf   when Keycloak said so at the latest, because tokens tell the second alone
 */
record SignIn(String id, Set<String> groups, Instant asOf) {

    static final String GROUPS = "groups";
    /** Our own claim, beside groups that were asked for after the sign-in. */
    private static final String GROUPS_AS_OF = "groups_as_of";

    /** Empty when nobody is signed in. */
    static Optional<SignIn> of(Authentication authentication) {
        return Optional.ofNullable(authentication).map(Authentication::getPrincipal)
                .filter(ClaimAccessor.class::isInstance).map(ClaimAccessor.class::cast).map(claims -> new SignIn(
                        claims.getClaimAsString(IdTokenClaimNames.SUB),
                        Set.copyOf(Optional.ofNullable(claims.getClaimAsStringList(GROUPS)).orElse(List.of())),
                        Optional.ofNullable(claims.getClaimAsInstant(GROUPS_AS_OF))
                                .or(() -> Optional.ofNullable(claims.getClaimAsInstant(IdTokenClaimNames.IAT))
                                        .map(second -> second.plusMillis(999)))
                                .orElse(Instant.EPOCH)));
    }

    /** The same sign-in with the groups that the account has now. */
    static Authentication renewed(Authentication authentication, Set<String> groups, Instant asOf) {
        if (authentication instanceof JwtAuthenticationToken token) {
            var jwt = token.getToken();
            return new JwtAuthenticationToken(new Jwt(jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(),
                    jwt.getHeaders(), claims(jwt.getClaims(), groups, asOf)), token.getAuthorities(),
                    token.getName());
        }
        var session = (OAuth2AuthenticationToken) authentication;
        var user = (OidcUser) session.getPrincipal();
        var old = user.getIdToken();
        var idToken = new OidcIdToken(old.getTokenValue(), old.getIssuedAt(), old.getExpiresAt(),
                claims(old.getClaims(), groups, asOf));
        var authorities = authorities(session.getAuthorities(), idToken);
        var renewed = new OAuth2AuthenticationToken(
                new DefaultOidcUser(authorities, idToken, user.getUserInfo(), IdTokenClaimNames.SUB), authorities,
                session.getAuthorizedClientRegistrationId());
        renewed.setDetails(session.getDetails());
        return renewed;
    }

    private static Map<String, Object> claims(Map<String, Object> old, Set<String> groups, Instant asOf) {
        var claims = new HashMap<>(old);
        claims.put(GROUPS, new ArrayList<>(groups));
        claims.put(GROUPS_AS_OF, asOf);
        return claims;
    }

    private static List<? extends GrantedAuthority> authorities(Collection<? extends GrantedAuthority> old,
                                                                OidcIdToken idToken) {
        return old.stream().map(authority -> authority instanceof OidcUserAuthority oidc
                ? new OidcUserAuthority(oidc.getAuthority(), idToken, oidc.getUserInfo()) : authority).toList();
    }
}
