package vn.phongtrao.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example of those who wrote Standard Webhooks. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void theKnownExampleIsSignedAsItIsKnown() {
        assertThat(Signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", List.of(SECRET)))
                .isEqualTo(SIGNED);
    }

    @Test
    void eachSecretSigns() {
        var other = Signature.newSecret();
        assertThat(Signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}",
                List.of(other, SECRET))).matches("v1,\\S+ \\S+").endsWith(" " + SIGNED);
    }

    @Test
    void secretsAreOf32BytesAndNeverTheSame() {
        var secret = Signature.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
