package vn.phongtrao.dossier;

import java.util.List;

/**
 * What a form brought, with what that form says of each field: for procedures without a record of their own. Fields
 * that only route the process, and the comment on a step, are not among it.
 */
public record Submitted(List<Answer> answers) {

    /** @param value as {@link FormField.Kind} says; null where nothing was entered in a field that the form asks for */
    public record Answer(FormField field, Object value) {

        /** Without the value: it may be about a person, and belongs into no log. */
        @Override
        public String toString() {
            return "Answer[" + field.key() + "]";
        }
    }
}
