package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;

import vn.phongtrao.refusal.Refusal;

/** Answers with a refusal in the engine's error shape: {@code type}, {@code message}, {@code code}. */
class ProblemWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    void write(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.kind().status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(response.getOutputStream(), body(refusal));
    }

    /** What a caller named, short enough to be repeated. */
    static String shorten(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    /** The message begins with the field, because webapps show nothing but the message. */
    static Map<String, Object> body(Refusal refusal) {
        var message = refusal.field().map(field -> field + ": ").orElse("") + refusal.getMessage()
                + refusal.legalBasis().map(basis -> " (" + basis + ")").orElse("");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "Refusal");
        body.put("message", message);
        body.put("code", null);
        refusal.field().ifPresent(field -> body.put("field", field));
        refusal.legalBasis().ifPresent(basis -> body.put("legalBasis", basis));
        return body;
    }
}
