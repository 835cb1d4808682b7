package vn.phongtrao.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an application on a telephone shows, by RFC 6238 with Keycloak's defaults: HMAC-SHA1, six digits, each half minute another. */
final class OneTimeCode {

    static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;
    private static final String HMAC = "HmacSHA1";

    private OneTimeCode() {
    }

    static String at(Instant time, String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(time.getEpochSecond() / SECONDS).array());
            var offset = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
