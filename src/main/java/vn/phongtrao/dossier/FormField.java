package vn.phongtrao.dossier;

import java.util.List;
import java.util.Map;

/**
 * A field that a form asks for, as the form itself declares it.
 *
 * @param key      what it is submitted as
 * @param label    what people read, Vietnamese
 * @param personal whether it is about a person: kept sealed, and in no list
 * @param options  the labels of what can be chosen, by value; empty where nothing is
 * @param columns  the fields of a row, for rows
 */
public record FormField(String key, String label, Kind kind, boolean personal, Map<String, String> options,
                        List<FormField> columns) {

    /** What kind of value a field has. */
    public enum Kind {
        /** Text in NFC. */
        TEXT,
        /** A whole number ({@code Long}). */
        WHOLE,
        /** A number with decimals ({@code BigDecimal}). */
        DECIMAL,
        /** A day ({@code LocalDate}). */
        DAY,
        /** Yes or no ({@code Boolean}). */
        YES_NO,
        /** The value of an option. */
        CHOICE,
        /** Values of options, a list. */
        CHOICES,
        /** A list of rows, each with values by the keys of its columns. */
        ROWS;

        public boolean number() {
            return this == WHOLE || this == DECIMAL;
        }
    }

    /** Whether it is about a person, or a column of it is. */
    public boolean anythingPersonal() {
        return personal || columns.stream().anyMatch(FormField::anythingPersonal);
    }

    /** The same, about a person. */
    public FormField asPersonal() {
        return new FormField(key, label, kind, true, options, columns);
    }

    /** What a choice is called; the value itself where it has no label. */
    public String labelOf(Object value) {
        return options.getOrDefault(String.valueOf(value), String.valueOf(value));
    }
}
