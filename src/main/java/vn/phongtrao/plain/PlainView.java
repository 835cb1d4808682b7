package vn.phongtrao.plain;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The content of a dossier as forms, pages and the register show it.
 *
 * @param values as they were submitted, by field
 * @param text   the same as people write it: days as {@code 19/08/2024}, choices by their labels; null for what is
 *               not there
 * @param listed label and text of what is there, in the order of the forms
 */
record PlainView(@JsonAnyGetter Map<String, Object> values, Map<String, String> text,
                 @JsonIgnore List<Line> listed) {

    /**
     * A line of what a dossier says.
     *
     * @param field its key, by which words may name it in the language of the person
     * @param label as the form had it
     */
    record Line(String field, String label, String text) {
    }
}
