package vn.phongtrao.document;

import java.time.Instant;

import vn.phongtrao.unit.UnitPath;

/**
 * A file of a dossier, without its content.
 *
 * @param type           media type of the content
 * @param size           in bytes
 * @param sha256         of the content, in hexadecimal
 * @param replaces       the file that this one replaces; null for none
 * @param replacedBy     the file that replaces this one; null while it is in force
 * @param uploadedByName the person's full name; null where the sign-in told none
 * @param removedAt      when whoever uploaded it took it away, with its content; null while it is there
 */
public record Document(long id, DocumentKind kind, String kindName, String name, String type, long size, String sha256,
                       Long replaces, Long replacedBy, String uploadedBy, String uploadedByName, UnitPath unitPath,
                       String position, Instant uploadedAt, Instant removedAt) {

    boolean inForce() {
        return replacedBy == null && removedAt == null;
    }

    /**
     * Whether whoever uploaded it may still put it right.
     *
     * @param left when the dossier left the step before; null for never
     */
    public boolean changeable(String officer, Instant left) {
        return inForce() && uploadedBy.equals(officer) && (left == null || uploadedAt.isAfter(left));
    }
}
