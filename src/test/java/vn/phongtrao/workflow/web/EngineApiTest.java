package vn.phongtrao.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class EngineApiTest {

    private static final OpenAPI API = EngineApi.ofOfficers();

    @Test
    void callsAreThoseThatOfficersHave() {
        assertThat(API.getPaths()).containsKeys("/task", "/task/count", "/task/{id}/claim", "/task/{id}/unclaim",
                "/task/{id}/form-variables", "/task/{id}/submit-form", "/process-definition/key/{key}/submit-form");
        assertThat(API.getPaths()).allSatisfy((path, item) -> assertThat(item.readOperationsMap().keySet())
                .allSatisfy(method -> assertThat(OfficerCalls.allows(method.name(), path)).as(path).isTrue()));
    }

    @Test
    void nothingIsStartedPastItsForm() {
        assertThat(API.getPaths().keySet()).noneMatch(path -> path.endsWith("/start"));
    }

    @Test
    void noCriterionCarriesAnExpression() {
        assertThat(operations().flatMap(operation -> parameters(operation).stream()).map(Parameter::getName))
                .contains("processInstanceBusinessKey").noneMatch(name -> name.endsWith("Expression"));
        assertThat(API.getComponents().getSchemas().get("TaskQueryDto").getProperties())
                .containsKey("processInstanceBusinessKey").doesNotContainKeys("assigneeExpression", "orQueries");
    }

    @Test
    void answersKeepTheirTypes() {
        var schemas = Json31.mapper().valueToTree(API.getComponents().getSchemas());

        assertThat(schemas.at("/TaskDto/properties/id/type")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/TaskDto/properties/due/format").asText()).isEqualTo("date-time");
        assertThat(schemas.at("/ProcessInstanceDto/allOf/0/properties/businessKey/type")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/AnyValue").has("type")).isFalse();
        assertThat(schemas.findParents("nullable")).isEmpty();
    }

    private static Stream<Operation> operations() {
        return API.getPaths().values().stream().flatMap(item -> item.readOperations().stream());
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
