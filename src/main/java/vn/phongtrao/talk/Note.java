package vn.phongtrao.talk;

import java.time.Instant;
import java.util.List;

/**
 * A note on a dossier.
 *
 * @param text        plain, with its line breaks; empty once it is taken back
 * @param author      user name
 * @param authorName  full name; null where it is not known
 * @param authorTitle what the author was by post when writing; null for whoever held none above the dossier
 * @param correctedAt null where it is as it was written
 * @param takenBackAt null where it stands
 * @param mentioned   full names, or user names where no other is known
 * @param changeable  whether who asks may correct it or take it back now
 */
public record Note(long id, String text, String author, String authorName, String authorTitle, Instant writtenAt,
                   Instant correctedAt, Instant takenBackAt, List<String> mentioned, boolean changeable) {

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "Note[" + id + "]";
    }
}
