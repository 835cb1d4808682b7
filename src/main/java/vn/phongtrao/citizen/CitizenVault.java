package vn.phongtrao.citizen;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Encrypts and digests with keys of their own, all derived from the key of the deployment. */
@Component
class CitizenVault implements CitizenNumbers, PersonalTexts {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    /** What is a number in a text about a person, which does not say of what document. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{12}|[0-9]{9}|[A-Z]{1,2}[0-9]{6,8}");

    private final BytesEncryptor encryptor;
    private final BytesEncryptor texts;
    private final SecretKeySpec digestKey;

    CitizenVault(CitizenProperties properties) {
        var key = new SecretKeySpec(decode(properties.citizenKey()), HMAC);
        encryptor = encryptor(hmac(key, "citizen-number/encryption"));
        texts = encryptor(hmac(key, "personal-text/encryption"));
        digestKey = new SecretKeySpec(hmac(key, "citizen-number/digest"), HMAC);
    }

    @Override
    public SealedNumber seal(String field, String number, Optional<SealedNumber> kept) {
        return seal(field, PersonDocument.citizen(number), kept);
    }

    @Override
    public SealedNumber seal(String field, PersonDocument document, Optional<SealedNumber> kept) {
        return kept.filter(one -> one.mask().equals(document.number())).orElseGet(() -> {
            var required = document.require(field);
            return sealedAs(required.sealedText(), required.mask());
        });
    }

    @Override
    public List<byte[]> digests(String number) {
        return PersonDocument.meant(number).map(one -> hmac(digestKey, one.sealedText())).toList();
    }

    SealedNumber sealedAs(String number, String mask) {
        return new SealedNumber(encryptor.encrypt(number.getBytes(StandardCharsets.US_ASCII)), hmac(digestKey, number), mask);
    }

    private static BytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES),
                CipherAlgorithm.GCM);
    }

    @Override
    public byte[] sealText(String text) {
        return texts.encrypt(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String openText(byte[] sealed) {
        return new String(texts.decrypt(sealed), StandardCharsets.UTF_8);
    }

    @Override
    public String masked(String text) {
        return PERSONAL.matcher(text).matches() ? PersonDocument.meant(text).findFirst().orElseThrow().mask() : text;
    }

    @Override
    public String open(SealedNumber sealed) {
        return new String(encryptor.decrypt(sealed.cipher()), StandardCharsets.US_ASCII);
    }

    /** Whether this key sealed the number. */
    boolean sealedNumber(byte[] cipher) {
        return opens(() -> open(new SealedNumber(cipher, null, null)));
    }

    /** Whether this key sealed the text. */
    boolean sealedText(byte[] sealed) {
        return opens(() -> openText(sealed));
    }

    private static boolean opens(Supplier<String> sealed) {
        try {
            sealed.get();
            return true;
        } catch (IllegalStateException another) {
            return false;
        }
    }

    /** The key itself appears in no message. */
    private static byte[] decode(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("Property phongtrao.citizen-key is not base64");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("Property phongtrao.citizen-key must be %d bytes in base64, but has %d"
                    .formatted(KEY_BYTES, key.length));
        }
        return key;
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
}
