package vn.phongtrao.citizen;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * A key of the deployment. It encrypts and digests with keys of their own, all derived from it, and so is its id: it stands in front of
 * whatever the key seals, and tells nothing of it.
 */
final class CitizenKey {

    /** Bytes of an id in front of what is sealed. */
    static final int ID_BYTES = 8;

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;

    private final byte[] id;
    private final BytesEncryptor numbers;
    private final BytesEncryptor texts;
    private final SecretKeySpec digests;

    private CitizenKey(byte[] bytes) {
        var key = new SecretKeySpec(bytes, HMAC);
        id = Arrays.copyOf(hmac(key, "citizen-key/id"), ID_BYTES);
        numbers = encryptor(hmac(key, "citizen-number/encryption"));
        texts = encryptor(hmac(key, "personal-text/encryption"));
        digests = new SecretKeySpec(hmac(key, "citizen-number/digest"), HMAC);
    }

    /**
     * @param property where it comes from
     * @param base64   32 bytes
     * @throws IllegalStateException for what is no key; the key itself appears in no message
     */
    static CitizenKey of(String property, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("Property %s is not base64".formatted(property));
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("Property %s must be %d bytes in base64, but has %d".formatted(property, KEY_BYTES, key.length));
        }
        return new CitizenKey(key);
    }

    /** 16 hexadecimal digits. */
    String id() {
        return HexFormat.of().formatHex(id);
    }

    byte[] sealNumber(String number) {
        return marked(numbers.encrypt(number.getBytes(StandardCharsets.US_ASCII)));
    }

    byte[] sealText(String text) {
        return marked(texts.encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] digest(String number) {
        return hmac(digests, number);
    }

    /** Empty for what another key has sealed, or somebody has changed. */
    Optional<String> openNumber(byte[] sealed) {
        return open(numbers, sealed).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    /** The same. */
    Optional<String> openText(byte[] sealed) {
        return open(texts, sealed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] marked(byte[] sealed) {
        var marked = Arrays.copyOf(id, ID_BYTES + sealed.length);
        System.arraycopy(sealed, 0, marked, ID_BYTES, sealed.length);
        return marked;
    }

    /** What has no id in front is of a version that had none. */
    private Optional<byte[]> open(BytesEncryptor with, byte[] sealed) {
        var ours = sealed.length > ID_BYTES && Arrays.equals(sealed, 0, ID_BYTES, id, 0, ID_BYTES);
        try {
            return Optional.of(with.decrypt(ours ? Arrays.copyOfRange(sealed, ID_BYTES, sealed.length) : sealed));
        } catch (IllegalStateException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static BytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "CitizenKey[" + id() + "]";
    }
}
