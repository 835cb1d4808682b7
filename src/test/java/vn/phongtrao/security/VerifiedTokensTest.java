package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class VerifiedTokensTest {

    private static final Instant EXPIRES = Instant.parse("2024-07-01T08:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, time, Duration.ofMinutes(1));

    private Jwt verify(String token) {
        asked.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").subject("somebody")
                .issuedAt(EXPIRES.minusSeconds(300)).expiresAt(EXPIRES).build();
    }

    private void at(Instant moment) {
        time.setClock(Clock.fixed(moment, ZoneOffset.UTC));
    }

    @Test
    void theSignatureOfATokenThatComesAgainIsVerifiedOnce() {
        at(EXPIRES.minusSeconds(10));
        assertThat(tokens.decode("one")).isSameAs(tokens.decode("one"));
        tokens.decode("another");
        assertThat(asked).containsExactly("one", "another");
    }

    @Test
    void aTokenThatWasGoodIsRefusedOnceItsTimeIsOver() {
        at(EXPIRES.minusSeconds(10));
        tokens.decode("one");
        at(EXPIRES.plusSeconds(1));
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void whatIsRefusedIsRefusedEachTime() {
        at(EXPIRES.minusSeconds(10));
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(JwtException.class);
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void aSignatureIsVerifiedAgainAfterAWhile() {
        at(EXPIRES.minusSeconds(10));
        var forgetful = new VerifiedTokens(this::verify, time, Duration.ZERO);
        forgetful.decode("one");
        forgetful.decode("one");
        assertThat(asked).hasSize(2);
    }
}
