package vn.phongtrao.citizen;

import java.util.List;

/** Seals anew, with the key of this deployment, what another one sealed with its own. */
public final class Resealing {

    private final CitizenVault from;
    private final CitizenVault to;
    private final String id;

    private Resealing(CitizenProperties from, CitizenProperties to) {
        this.from = new CitizenVault(from);
        this.to = new CitizenVault(to);
        this.id = idOf(to.citizenKey());
    }

    /**
     * @param from key of the other deployment, 32 bytes in base64
     * @param to   key of this one
     * @throws IllegalStateException for what is no key; its message does not tell it
     */
    public static Resealing between(String from, String to) {
        return new Resealing(new CitizenProperties(from), new CitizenProperties(to));
    }

    /**
     * For what a deployment has sealed with any of its keys.
     *
     * @throws IllegalStateException for what is no key; its message does not tell it
     */
    public static Resealing within(String key, List<String> others) {
        var keys = new CitizenProperties(key, others);
        return new Resealing(keys, keys);
    }

    /** What tells a key from others, and nothing of it. @throws IllegalStateException for what is no key */
    public static String idOf(String key) {
        return CitizenKey.of("phongtrao.citizen-key", key).id();
    }

    /** Whether that can be a key: 32 bytes in base64. */
    public static boolean isKey(String text) {
        try {
            new CitizenVault(new CitizenProperties(text));
            return true;
        } catch (IllegalStateException noKey) {
            return false;
        }
    }

    /** Id of the key of this deployment. */
    public String id() {
        return id;
    }

    /** Whether a key of this deployment sealed the number. */
    public boolean isOurs(byte[] cipher) {
        return to.sealedNumber(cipher);
    }

    /** Whether a key of this deployment sealed the text. */
    public boolean isOurText(byte[] sealed) {
        return to.sealedText(sealed);
    }

    /** @throws IllegalStateException where the number was not sealed with the key that was given */
    public SealedNumber number(SealedNumber sealed) {
        return to.sealedAs(from.open(sealed), sealed.mask());
    }

    /** @throws IllegalStateException where the text was not sealed with the key that was given */
    public byte[] text(byte[] sealed) {
        return to.sealText(from.openText(sealed));
    }
}
