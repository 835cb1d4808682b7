package vn.phongtrao.refusal.web;

import java.time.LocalDate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.StatusText;

/** What problem details say. */
final class Problems {

    private Problems() {
    }

    /** One of the things that are wrong with a request. @param field null where it is none of a single field */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wrong(String field, String message) {

        static Wrong of(Refusal refusal) {
            return new Wrong(refusal.field().orElse(null), refusal.inWords());
        }
    }

    /** A problem of which no more is known than its status. */
    static ProblemDetail of(HttpStatusCode status) {
        return of(status, StatusText.of(status.value()));
    }

    static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(StatusText.title(status.value()));
        return problem;
    }

    /** What a value of that type looks like; null for a type that is not known. */
    static String expected(Class<?> type) {
        if (type == null) {
            return "giá trị không đúng kiểu";
        }
        if (type == String.class) {
            return "phải là chữ";
        }
        if (type == LocalDate.class) {
            return "phải là ngày theo dạng năm-tháng-ngày, từ năm 1900 đến năm 2199, ví dụ 2024-07-01";
        }
        if (Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))) {
            return "phải là số";
        }
        return type == Boolean.class || type == boolean.class ? "phải là true hoặc false" : "giá trị không đúng kiểu";
    }

    /** What is wrong with a value in the body. */
    static String wrong(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return "không có trường này";
        }
        if (mapping instanceof PlainTexts.UnreadableText) {
            return mapping.getOriginalMessage();
        }
        return expected(mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
    }

    /** Where in the body the trouble is, for example {@code nominees[2].birthYear}. */
    static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}
