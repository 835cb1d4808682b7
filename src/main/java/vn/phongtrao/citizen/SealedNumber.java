package vn.phongtrao.citizen;

/**
 * A citizen number, or that of another document, as it is stored.
 *
 * @param cipher AES-GCM, with the id of the key and the initialisation vector in front
 * @param digest HMAC-SHA-256, equal for equal numbers, so that duplicates are found without decrypting
 * @param mask   what people are shown, for example {@code 0********123}, {@code *****567}
 */
public record SealedNumber(byte[] cipher, byte[] digest, String mask) {

    /** The mask alone: neither cipher nor digest belongs into a log. */
    @Override
    public String toString() {
        return "SealedNumber[" + mask + "]";
    }
}
