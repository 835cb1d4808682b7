package vn.phongtrao.citizen;

/** Seals and opens what is kept of persons beside their citizen numbers, with the keys of this deployment. */
public interface PersonalTexts {

    /** AES-GCM, with the id of the key and the initialisation vector in front; never the same twice. */
    byte[] sealText(String text);

    /** @throws UnknownKey for what was sealed with a key that is not known any more */
    String openText(byte[] sealed);

    /** A citizen number (12 digits) as people are shown it, {@code 0********123}, or that of another document; any other text as it is. */
    String masked(String text);
}
