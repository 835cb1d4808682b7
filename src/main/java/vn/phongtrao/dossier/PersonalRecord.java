package vn.phongtrao.dossier;

import java.util.List;

/**
 * Something that is kept of a person.
 *
 * @param source        what it is, as {@code personal-source.<source>} names it
 * @param dossierNumber where it stands; null for what is of no dossier
 * @param details       in their order, those without a value left out
 */
public record PersonalRecord(String source, String dossierNumber, List<Detail> details) {

    /** @param field as {@code personal-field.<field>} names it, or a label of an own form @param value as people read it */
    public record Detail(String field, String value) {
    }

    /** Nothing that a log must not hold. */
    @Override
    public String toString() {
        return "PersonalRecord[" + source + "]";
    }
}
