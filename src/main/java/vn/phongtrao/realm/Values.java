package vn.phongtrao.realm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values of realm files: when two are the same, and how a difference reads. */
final class Values {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What Keycloak shows instead of a secret. */
    private static final String MASKED = "**********";
    private static final int LONGEST = 100;

    private Values() {
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode array(Collection<? extends JsonNode> values) {
        return JSON.createArrayNode().addAll(values);
    }

    static JsonNode texts(Collection<String> values) {
        return JSON.valueToTree(values);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** In the order of the list. */
    static Set<String> set(JsonNode array) {
        return stream(array).map(JsonNode::asText).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether Keycloak has what the file says: lists in any order, objects with more than that, and text for numbers. */
    static boolean has(JsonNode told, JsonNode found) {
        if (told.isObject()) {
            return told.properties().stream().allMatch(field -> has(field.getValue(), found.path(field.getKey())));
        }
        if (told.isArray()) {
            return set(told).equals(set(found));
        }
        return told.asText().equals(found.asText()) && !found.isContainerNode() || MASKED.equals(found.asText());
    }

    /** @param into what Keycloak has */
    static void merge(JsonNode told, ObjectNode into) {
        told.properties().forEach(field -> {
            if (field.getValue().isObject() && into.path(field.getKey()).isObject()) {
                merge(field.getValue(), (ObjectNode) into.get(field.getKey()));
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    /** What is added to a set and what is taken away, or the value before and after. */
    static String change(JsonNode found, JsonNode told) {
        if (told.isArray()) {
            return change(set(found), set(told));
        }
        if (told.isObject()) {
            return told.properties().stream().filter(field -> !has(field.getValue(), found.path(field.getKey())))
                    .map(field -> field.getKey() + ": " + change(found.path(field.getKey()), field.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return "đang là %s, theo tệp là %s".formatted(shown(found), shown(told));
    }

    static String change(Set<String> found, Set<String> told) {
        var added = new TreeSet<>(told);
        added.removeAll(found);
        var removed = new TreeSet<>(found);
        removed.removeAll(told);
        return Stream.of(added.isEmpty() ? "" : "thêm " + String.join(", ", added),
                        removed.isEmpty() ? "" : "bỏ " + String.join(", ", removed))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String shown(JsonNode value) {
        var text = value.asText();
        if (value.isMissingNode() || value.isNull() || text.isEmpty()) {
            return "trống";
        }
        return switch (text) {
            case "true" -> "bật";
            case "false" -> "tắt";
            default -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        };
    }

    static List<JsonNode> list(JsonNode array) {
        return stream(array).toList();
    }
}
