package vn.phongtrao.dossier;

import java.util.Set;

/**
 * Somebody is mentioned in a note on a dossier. Published within the transaction that keeps the note.
 *
 * @param users user names, never the author's own; not empty
 */
public record Mentioned(Dossier dossier, Set<String> users) {
}
