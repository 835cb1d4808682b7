package vn.phongtrao.dossier;

import java.util.List;

/**
 * A person of whom everything that is kept is sought.
 *
 * @param number  as it was asked for: of a citizen, or of another document
 * @param digests of all that may be meant by it
 */
public record PersonSought(String number, List<byte[]> digests) {

    /** As the parameter {@code :persons} takes them. */
    public byte[][] persons() {
        return digests.toArray(byte[][]::new);
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "PersonSought[]";
    }
}
