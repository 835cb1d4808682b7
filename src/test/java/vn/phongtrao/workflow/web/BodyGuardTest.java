package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyGuardTest {

    private final BodyGuard guard = new BodyGuard(Set.of("${currentUser()}"), new ProblemWriter());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"variables\": {\"achievement\": {\"value\": \"a\\u0000b\"}}} | achievement",
            "{\"orQueries\": [{\"nameLike\": \"\\u0000\"}]} | orQueries.0.nameLike",
            "{\"taskIdIn\": [\"\\u0000\"]} | taskIdIn.0", "{\"a\\u0000b\": 1} | body", "\"\\u0000\" | body",
            "{\"name\": \"a\", \"name\": \"b\"} | body", "{\"orQueries\": [{\"name\": 1, \"name\": 1}]} | body"})
    void whatTheEngineWouldStumbleOverIsRefusedWithItsPlace(String body, String field) throws Exception {
        var answer = answer(null, body);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.getContentAsByteArray()).get("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"utf-7,400", "'?',400", "utf-8,200", "utf-16,200"})
    void aBodyInLettersThatNobodyReadsIsRefused(String charset, int status) throws Exception {
        var request = new MockHttpServletRequest("POST", "/engine-rest/task");
        request.addHeader("Content-Type", "application/json;charset=" + charset);
        var response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void aNulInAnAddressIsRefused() throws Exception {
        assertThat(answer("nameLike=%00", "").getStatus()).isEqualTo(400);
        assertThat(answer("nameLike=100%2500", "").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\": \"a\"}", "[{\"name\": \"a\"}, {\"name\": \"b\"}]", "no JSON",
            "{\"assigneeExpression\": \"${currentUser()}\"}"})
    void allElseIsLeftToTheEngine(String body) throws Exception {
        assertThat(answer("maxResults=5", body).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer(String query, String body) throws IOException, ServletException {
        var request = new MockHttpServletRequest("POST", "/engine-rest/task");
        request.setQueryString(query);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
