package vn.phongtrao.workflow.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.filter.AbstractSpecFilter;
import io.swagger.v3.core.filter.SpecFilter;
import io.swagger.v3.core.model.ApiDescription;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;

/**
 * Camunda's own description of its REST API, reduced to the calls that {@linkplain OfficerCalls officers have} and to
 * the criteria that matter to them. Calls that do not go through a form are left out: they are always refused. So are
 * the bodies of submissions, which are the forms', and the engine's errors, which are put into our own words.
 */
final class EngineApi extends AbstractSpecFilter {

    /** Criteria of lists. Those with expressions are refused, many of the others ask for what does not exist here. */
    private static final Set<String> CRITERIA = Set.of("processInstanceBusinessKey", "processInstanceBusinessKeyIn",
            "processDefinitionKey", "taskDefinitionKey", "taskDefinitionKeyIn", "assignee", "assigned", "unassigned",
            "candidateGroup", "candidateGroups", "includeAssignedTasks", "dueAfter", "dueBefore", "createdAfter",
            "createdBefore", "active", "suspended", "sortBy", "sortOrder", "sorting", "firstResult", "maxResults",
            "key", "keysIn", "latestVersion", "startableInTasklist", "variableNames", "deserializeValues",
            "permissionName", "resourceName", "resourceType", "resourceId", "userId", "type", "resourceTypes");

    private static final Pattern SUBMISSION = Pattern.compile(".*/(complete|submit-form)");
    private static final String TASK_QUERY = "TaskQueryDto";
    private static final String ANY = "AnyValue";

    private EngineApi() {
    }

    static OpenAPI ofOfficers() {
        try (var json = EngineApi.class.getResourceAsStream("/openapi.json")) {
            var all = Json.mapper().readValue(json, OpenAPI.class);
            all.getComponents().getSchemas().get(TASK_QUERY).getProperties().keySet().retainAll(CRITERIA);
            var officers = inVersion31(new SpecFilter().filter(all, new EngineApi(), Map.of(), Map.of(), Map.of()));
            officers.getComponents().getSchemas().put(ANY, new Schema<>().description("Chữ, số, đúng sai hoặc JSON"));
            return officers;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OpenAPI inVersion31(OpenAPI api) throws IOException {
        var tree = Json.mapper().valueToTree(api);
        tree.findParents("nullable").forEach(schema -> nullable((ObjectNode) schema));
        return Json31.mapper().treeToValue(tree, OpenAPI.class);
    }

    /** OpenAPI 3.0 has a word of its own for what is a type among others in 3.1. */
    private static void nullable(ObjectNode schema) {
        schema.remove("nullable");
        if (schema.path("type").isTextual()) {
            var type = schema.get("type").textValue();
            schema.putArray("type").add(type).add("null");
        }
        if (schema.path("enum") instanceof ArrayNode options) {
            options.addNull();
        }
    }

    @Override
    public Optional<Operation> filterOperation(Operation operation, ApiDescription call,
                                               Map<String, List<String>> params, Map<String, String> cookies,
                                               Map<String, List<String>> headers) {
        operation.getResponses().keySet().removeIf(status -> status.compareTo("4") >= 0);
        return OfficerCalls.allows(call.getMethod(), call.getPath()) && !call.getPath().endsWith("/start")
                ? Optional.of(operation) : Optional.empty();
    }

    @Override
    public Optional<Parameter> filterParameter(Parameter parameter, Operation operation, ApiDescription call,
                                               Map<String, List<String>> params, Map<String, String> cookies,
                                               Map<String, List<String>> headers) {
        return "path".equals(parameter.getIn()) || CRITERIA.contains(parameter.getName())
                ? Optional.of(parameter) : Optional.empty();
    }

    @Override
    public Optional<RequestBody> filterRequestBody(RequestBody body, Operation operation, ApiDescription call,
                                                   Map<String, List<String>> params, Map<String, String> cookies,
                                                   Map<String, List<String>> headers) {
        return SUBMISSION.matcher(call.getPath()).matches() ? Optional.empty() : Optional.of(body);
    }

    @Override
    public boolean isRemovingUnreferencedDefinitions() {
        return true;
    }
}
