package vn.phongtrao.http;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call as its description in OpenAPI has it.
 *
 * @param path        with its parameters in braces
 * @param contentType of the body, null for none
 * @param body        schema of the body, missing where none is described
 * @param document    where the schema's references lead
 */
record Operation(String method, String path, List<Parameter> parameters, String contentType, JsonNode body, JsonNode document) {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "options", "head");

    /** @param in {@code path}, {@code query}, {@code header} or {@code cookie} */
    record Parameter(String name, String in, JsonNode schema) {
    }

    /** @param prefix stands before the paths of the document */
    static List<Operation> of(JsonNode document, String prefix) {
        List<Operation> found = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> found.add(of(operation.getKey(), prefix + path.getKey(), operation.getValue(), document))));
        return found;
    }

    private static Operation of(String method, String path, JsonNode described, JsonNode document) {
        List<Parameter> parameters = new ArrayList<>();
        described.path("parameters").forEach(given -> {
            var parameter = resolved(given, document);
            parameters.add(new Parameter(parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")));
        });
        var content = resolved(described.path("requestBody"), document).path("content").properties().stream().findFirst();
        return new Operation(method.toUpperCase(), path, parameters, content.map(type -> type.getKey()).orElse(null),
                content.map(type -> type.getValue().path("schema")).orElse(document.path("")), document);
    }

    static JsonNode resolved(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** @return the same under another prefix */
    Operation moved(String from, String to) {
        return new Operation(method, to + path.substring(from.length()), parameters, contentType, body, document);
    }
}
