package vn.phongtrao.citizen;

/** Seals and opens what is kept of persons beside their citizen numbers, with the key of this deployment. */
public interface PersonalTexts {

    /** AES-GCM, with the initialisation vector in front; never the same twice. */
    byte[] sealText(String text);

    String openText(byte[] sealed);

    /** A citizen number (12 digits) as people are shown it, {@code 0********123}, or that of another document; any other text as it is. */
    String masked(String text);
}
