package vn.phongtrao.security;

import java.util.List;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Reads the officer out of a sign-in: a browser session or an access token, which carry the same claims. */
@Component
public class Officers {

    /** Empty when nobody is signed in. */
    public Optional<Officer> of(Authentication authentication) {
        return Optional.ofNullable(authentication).map(Authentication::getPrincipal)
                .filter(ClaimAccessor.class::isInstance).map(ClaimAccessor.class::cast).map(Officers::officer);
    }

    private static Officer officer(ClaimAccessor claims) {
        var groups = Optional.ofNullable(claims.getClaimAsStringList("groups")).orElse(List.of());
        return Officer.of(claims.getClaimAsString("preferred_username"),
                groups.stream().map(group -> group.replaceFirst("^/", "")).toList());
    }
}
