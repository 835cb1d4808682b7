package vn.phongtrao.citizen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Seals with one key, and opens with all that this node knows. */
@Component
class CitizenVault implements CitizenNumbers, PersonalTexts {

    /** What is a number in a text about a person, which does not say of what document. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{12}|[0-9]{9}|[A-Z]{1,2}[0-9]{6,8}");

    private final CitizenKeys keys;
    private final KeyChoice choice;

    @Autowired
    CitizenVault(CitizenKeys keys, KeyChoice choice) {
        this.keys = keys;
        this.choice = choice;
    }

    /** With these keys alone, whatever a database says. */
    CitizenVault(CitizenProperties properties) {
        this.keys = new CitizenKeys(properties);
        this.choice = KeyChoice.always(keys.named());
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
        return PersonDocument.meant(number).flatMap(one -> keys.all().stream().map(key -> key.digest(one.sealedText()))).toList();
    }

    SealedNumber sealedAs(String number, String mask) {
        var key = choice.forNumber(number);
        return new SealedNumber(key.sealNumber(number), key.digest(number), mask);
    }

    @Override
    public byte[] sealText(String text) {
        return choice.forText().sealText(text);
    }

    @Override
    public String openText(byte[] sealed) {
        return keys.opened(key -> key.openText(sealed)).orElseThrow(UnknownKey::new);
    }

    @Override
    public String masked(String text) {
        return PERSONAL.matcher(text).matches() ? PersonDocument.meant(text).findFirst().orElseThrow().mask() : text;
    }

    @Override
    public String open(SealedNumber sealed) {
        return openNumber(sealed.cipher());
    }

    String openNumber(byte[] cipher) {
        return keys.opened(key -> key.openNumber(cipher)).orElseThrow(UnknownKey::new);
    }

    /** Whether a key that is known here sealed the number. */
    boolean sealedNumber(byte[] cipher) {
        return keys.opened(key -> key.openNumber(cipher)).isPresent();
    }

    /** Whether a key that is known here sealed the text. */
    boolean sealedText(byte[] sealed) {
        return keys.opened(key -> key.openText(sealed)).isPresent();
    }
}
