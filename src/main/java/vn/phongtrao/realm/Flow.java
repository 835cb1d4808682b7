package vn.phongtrao.realm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The ways to sign in of a realm, as a file or Keycloak tells them: flows whose steps may be flows. */
final class Flow {

    private final Map<String, JsonNode> flows;
    private final Map<String, JsonNode> configs;

    Flow(JsonNode flows, JsonNode configs) {
        this.flows = byAlias(flows);
        this.configs = byAlias(configs);
    }

    private static Map<String, JsonNode> byAlias(JsonNode all) {
        return Values.stream(all).collect(Collectors.toMap(one -> one.path("alias").asText(), Function.identity(), (one, same) -> one));
    }

    boolean has(String alias) {
        return flows.containsKey(alias);
    }

    JsonNode flow(String alias) {
        return flows.get(alias);
    }

    /** Of whole ways, not of their parts. */
    List<String> ways() {
        return flows.values().stream().filter(flow -> flow.path("topLevel").asBoolean()).map(flow -> flow.path("alias").asText()).toList();
    }

    /** A flow and those below it, each after the one it is a step of. */
    List<String> tree(String alias) {
        return Stream.concat(Stream.of(alias), steps(alias).filter(step -> step.hasNonNull("flowAlias"))
                .flatMap(step -> tree(step.path("flowAlias").asText()).stream())).toList();
    }

    Stream<JsonNode> steps(String alias) {
        return Values.stream(flows.get(alias).path("authenticationExecutions"))
                .sorted(Comparator.comparingInt(step -> step.path("priority").asInt()));
    }

    /** Of a step; missing where it has none. */
    JsonNode config(JsonNode step) {
        var config = configs.get(step.path("authenticatorConfig").asText());
        return config == null ? Values.object() : config.path("config");
    }

    /** What happens in a flow, a step a line. */
    List<String> lines(String alias) {
        var lines = new ArrayList<String>();
        steps(alias).forEach(step -> {
            var flow = step.path("flowAlias").asText();
            lines.add("%s/%s %s%s".formatted(alias, flow.isEmpty() ? step.path("authenticator").asText() : flow,
                    step.path("requirement").asText(), config(step).isEmpty() ? "" : " " + sorted(config(step))));
            if (!flow.isEmpty()) {
                lines.addAll(lines(flow));
            }
        });
        return lines;
    }

    private static String sorted(JsonNode config) {
        return config.properties().stream().map(entry -> entry.getKey() + "=" + entry.getValue().asText()).sorted()
                .collect(Collectors.joining(", "));
    }
}
