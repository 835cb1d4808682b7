package vn.phongtrao.workflow;

import java.util.Comparator;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.Submitted;
import vn.phongtrao.procedure.Binding;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.workflow.form.Form;

/**
 * Makes a procedure's record of the fields that a form let pass. What the procedure cannot do without it says itself,
 * so that a form which asks for less is refused, and not found out later.
 */
@Component
class Fields {

    private final Validator validator;

    Fields(Validator validator) {
        this.validator = validator;
    }

    /** The same; a record that takes what a form declares gets it as it is. */
    <R extends Record> R as(Class<R> type, Form.Answered answered) {
        return type == Submitted.class ? type.cast(answered.submitted()) : as(type, answered.fields());
    }

    /** @throws Refusal malformed, with the path of a field that the record does not take, or of each that it lacks */
    <R extends Record> R as(Class<R> type, Map<String, Object> fields) {
        var bound = bind(type, fields);
        var lacks = validator.validate(bound).stream()
                .map(lack -> Refusal.malformed(lack.getPropertyPath().toString(), lack.getMessage()))
                .sorted(Comparator.comparing(lack -> lack.field().orElseThrow())).toList();
        if (!lacks.isEmpty()) {
            throw Refusal.all(lacks);
        }
        return bound;
    }

    private static <R extends Record> R bind(Class<R> type, Map<String, Object> fields) {
        try {
            return Binding.bind(fields, type);
        } catch (IllegalArgumentException unfit) {
            throw Refusal.malformed(unfit.getCause() instanceof JsonMappingException mapping ? path(mapping) : null,
                    "Giá trị không đúng kiểu mà quy trình cần");
        }
    }

    private static String path(JsonMappingException mapping) {
        var path = new StringBuilder();
        mapping.getPath().forEach(part -> path.append(part.getFieldName() == null ? "[" + part.getIndex() + "]"
                : (path.isEmpty() ? "" : ".") + part.getFieldName()));
        return path.toString();
    }
}
