package vn.phongtrao.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies the signature of a token that comes again and again once in a while: a signature does not change, though
 * Keycloak may take back the key. Whether its time is over is asked of each call.
 */
class VerifiedTokens implements JwtDecoder {

    private static final int MOST = 5_000;

    private final JwtDecoder tokens;
    private final OAuth2TokenValidator<Jwt> time;
    private final Cache<String, Jwt> verified;

    /** @param knownFor for how long a signature that held counts */
    VerifiedTokens(JwtDecoder tokens, OAuth2TokenValidator<Jwt> time, Duration knownFor) {
        this.tokens = tokens;
        this.time = time;
        this.verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(knownFor).build();
    }

    @Override
    public Jwt decode(String token) {
        // refused ones throw, and are not kept
        var jwt = verified.get(token, tokens::decode);
        if (time.validate(jwt).hasErrors()) {
            throw new BadJwtException("The token's time is over");
        }
        return jwt;
    }
}
