package vn.phongtrao.document;

import java.time.Instant;

import vn.phongtrao.unit.UnitPath;

/**
 * A file of a dossier, without its content.
 *
 * @param type       media type of the content
 * @param size       in bytes
 * @param sha256     of the content, in hexadecimal
 * @param replaces   the file that this one replaces; null for none
 * @param replacedBy the file that replaces this one; null while it is in force
 */
public record Document(long id, DocumentKind kind, String kindName, String name, String type, long size, String sha256,
                       Long replaces, Long replacedBy, String uploadedBy, UnitPath unitPath, String position,
                       Instant uploadedAt) {

    boolean inForce() {
        return replacedBy == null;
    }
}
