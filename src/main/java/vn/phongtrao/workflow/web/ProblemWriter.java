package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import vn.phongtrao.refusal.Outage;
import vn.phongtrao.refusal.Refusal;

/** Answers with a refusal in the engine's error shape: {@code type}, {@code message}, {@code code}. */
class ProblemWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The row in a field's path, counted from 0. */
    private static final Pattern ROW = Pattern.compile("\\[(\\d{1,9})]");

    void write(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.kind().status());
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(response.getOutputStream(), body(refusal));
    }

    /** What a caller named, short enough to be repeated. */
    static String shorten(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    /**
     * For programs: the message begins with the field, because callers of the engine look at nothing but the message.
     */
    static Map<String, Object> body(Refusal refusal) {
        return body(refusal, refused -> refused.field().map(field -> field + ": ").orElse(""));
    }

    /** For people, whom webapps show the message alone: it names the field as the form does, and the row. */
    static Map<String, Object> shown(Refusal refusal) {
        return body(refusal, refused -> refused.field().map(ROW::matcher).filter(Matcher::find)
                .map(row -> "Dòng %d: ".formatted(Integer.parseInt(row.group(1)) + 1)).orElse(""));
    }

    private static Map<String, Object> body(Refusal refusal, Function<Refusal, String> where) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "Refusal");
        body.put("message", where.apply(refusal) + refusal.inWords());
        body.put("code", null);
        refusal.field().ifPresent(field -> body.put("field", field));
        refusal.legalBasis().ifPresent(basis -> body.put("legalBasis", basis));
        body.put("errors", refusal.each().stream().map(ProblemWriter::error).toList());
        return body;
    }

    private static Map<String, String> error(Refusal refusal) {
        Map<String, String> error = new LinkedHashMap<>();
        refusal.field().ifPresent(field -> error.put("field", field));
        error.put("message", refusal.inWords());
        return error;
    }
}
