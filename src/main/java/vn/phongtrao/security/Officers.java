package vn.phongtrao.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Reads the officer out of a sign-in: a browser session or an access token, which carry the same claims. */
@Component
public class Officers {

    /** Empty when nobody is signed in. */
    public Optional<Officer> of(Authentication authentication) {
        return claims(authentication).map(Officers::officer);
    }

    /** The full name in the Vietnamese order: family name first. Empty for systems, and when nobody is signed in. */
    Optional<String> nameOf(Authentication authentication) {
        return claims(authentication).map(claims -> Stream.of("family_name", "given_name")
                .map(claims::getClaimAsString).filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining(" "))).filter(name -> !name.isEmpty());
    }

    private static Optional<ClaimAccessor> claims(Authentication authentication) {
        return Optional.ofNullable(authentication).map(Authentication::getPrincipal)
                .filter(ClaimAccessor.class::isInstance).map(ClaimAccessor.class::cast);
    }

    private static Officer officer(ClaimAccessor claims) {
        var groups = Optional.ofNullable(claims.getClaimAsStringList("groups")).orElse(List.of());
        return Officer.of(claims.getClaimAsString("preferred_username"),
                groups.stream().map(group -> group.replaceFirst("^/", "")).toList());
    }
}
