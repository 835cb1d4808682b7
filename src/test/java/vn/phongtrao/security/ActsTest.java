package vn.phongtrao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the engine describes is either a list or an act. */
class ActsTest {

    private static final List<String> READING = List.of("get", "head", "options");

    private final Acts acts = new Acts();

    /** A list that is asked by POST is asked by GET, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default"})
    void whateverOfTheEngineIsNoListActs(String prefix) throws IOException {
        var paths = new ObjectMapper().readTree(getClass().getResourceAsStream("/openapi.json")).get("paths").properties();

        assertThat(paths).hasSizeGreaterThan(100).allSatisfy(path -> assertThat(methods(path).filter(method -> !READING.contains(method)))
                .as(path.getKey()).allMatch(method -> matches(method, prefix + path.getKey()) || method.equals("post") && path.getValue().has("get")));
        assertThat(paths).filteredOn(path -> methods(path).anyMatch(method -> method.equals("post") && !matches(method, prefix + path.getKey())))
                .extracting(Map.Entry::getKey).contains("/task", "/task/count", "/history/process-instance", "/history/detail")
                .noneMatch(path -> path.contains("create") || path.contains("cleanup"));
    }

    private static Stream<String> methods(Map.Entry<String, JsonNode> path) {
        return path.getValue().propertyStream().map(Map.Entry::getKey);
    }

    private boolean matches(String method, String path) {
        var request = new MockHttpServletRequest(method.toUpperCase(Locale.ROOT), path);
        request.setServletPath(path);
        return acts.matches(request);
    }
}
