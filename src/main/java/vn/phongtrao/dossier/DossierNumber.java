package vn.phongtrao.dossier;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.refusal.Refusal;

/**
 * The number under which a dossier is known, for example {@code KT-31813-2024-00001}: prefix of the procedure, code of
 * the unit, year, running number.
 *
 * @param value capital letters, then letters and digits in groups after hyphens
 */
public record DossierNumber(@JsonValue String value) implements Comparable<DossierNumber> {

    private static final Pattern FORM = Pattern.compile("[A-Z]+(?:-[0-9A-Z]+)++");

    /** @throws Refusal not found, for a text that cannot be the number of a dossier */
    public DossierNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw Refusal.notFound("Không tìm thấy hồ sơ " + value);
        }
    }

    /** @throws Refusal not found, for a text that cannot be the number of a dossier */
    @JsonCreator
    public static DossierNumber of(String value) {
        return new DossierNumber(value);
    }

    /** Of a text that may be none. */
    static Optional<DossierNumber> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DossierNumber(text)) : Optional.empty();
    }

    /** As a column that may be empty keeps it: null for null. */
    public static DossierNumber orNull(String value) {
        return value == null ? null : new DossierNumber(value);
    }

    @Override
    public int compareTo(DossierNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
