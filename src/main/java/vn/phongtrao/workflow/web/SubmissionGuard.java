package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.phongtrao.refusal.Refusal;

/**
 * Looks at what is submitted before the engine's REST layer does, and in the same way: a body that is no JSON object, or a
 * variable that does not fit its declared type, would be answered with status 500 or without naming the variable.
 */
class SubmissionGuard extends OncePerRequestFilter {

    private static final Pattern SUBMISSION = Pattern.compile(".*/(complete|submit-form)/?");
    /** What programs and the webapps send beside each other; a misspelt {@code variables} would change nothing. */
    private static final Set<String> PARTS = Set.of("variables", "businessKey", "withVariablesInReturn", "id", "key");
    private static final Pattern CLAIM = Pattern.compile(".*/claim/?");
    private static final Set<String> CLAIM_PARTS = Set.of("userId");
    private static final Pattern WITH_BODY = Pattern.compile(".*/(task|task/count|claim|complete|submit-form|start)/?");
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final ProcessEngine engine;
    private final ProblemWriter problems;

    SubmissionGuard(ProcessEngine engine, ProblemWriter problems) {
        this.engine = engine;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !WITH_BODY.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var body = object(request);
            if (CLAIM.matcher(request.getRequestURI()).matches()) {
                checkParts(body, CLAIM_PARTS);
                if (body.path("userId").asText().isBlank() || !body.path("userId").isTextual()) {
                    throw Refusal.malformed("userId", "Chưa nhập người nhận việc");
                }
            } else if (SUBMISSION.matcher(request.getRequestURI()).matches()) {
                checkParts(body, PARTS);
                check(body.path("variables"));
            }
        } catch (Refusal refusal) {
            problems.write(response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private static JsonNode object(HttpServletRequest request) {
        if (request.getAttribute(BodyGuard.BODY) instanceof JsonNode body && body.isObject()) {
            return body;
        }
        throw Refusal.malformed("body", "Nội dung gửi lên không phải là một đối tượng JSON đúng cú pháp");
    }

    private static void checkParts(JsonNode body, Set<String> parts) {
        body.fieldNames().forEachRemaining(part -> {
            if (!parts.contains(part)) {
                throw Refusal.malformed(ProblemWriter.shorten(part), "Nội dung gửi lên không có phần này");
            }
        });
    }

    private void check(JsonNode variables) {
        if (variables.isMissingNode() || variables.isNull()) {
            return;
        }
        if (!variables.isObject()) {
            throw Refusal.malformed("variables", "Phải là một đối tượng");
        }
        variables.fields().forEachRemaining(variable -> check(variable.getKey(), variable.getValue()));
    }

    private void check(String name, JsonNode variable) {
        try {
            if (variable.isObject()) {
                JSON.treeToValue(variable, VariableValueDto.class).toTypedValue(engine, JSON);
                return;
            }
        } catch (JsonProcessingException | RuntimeException unreadable) {
            // said below
        }
        throw Refusal.malformed(ProblemWriter.shorten(name), "Giá trị không đọc được theo kiểu đã khai báo");
    }
}
