package vn.phongtrao.citizen;

/** Seals anew, with the key of this deployment, what another one sealed with its own. */
public final class Resealing {

    private final CitizenVault from;
    private final CitizenVault to;

    private Resealing(CitizenVault from, CitizenVault to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param from key of the other deployment, 32 bytes in base64
     * @param to   key of this one
     * @throws IllegalStateException for what is no key; its message does not tell it
     */
    public static Resealing between(String from, String to) {
        return new Resealing(new CitizenVault(new CitizenProperties(from)), new CitizenVault(new CitizenProperties(to)));
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

    /** Whether the key of this deployment sealed the number. */
    public boolean isOurs(byte[] cipher) {
        return to.sealedNumber(cipher);
    }

    /** Whether the key of this deployment sealed the text. */
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
