package vn.phongtrao.realm;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import vn.phongtrao.command.Environment;
import vn.phongtrao.command.MissingSettings;

/** A realm file with the environment's values where it names variables, as Keycloak reads it when it imports one. */
final class RealmFile {

    /** Keycloak's own texts, such as {@code ${username}}, are written small. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
    private static final String URL = "_URL";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment environment;
    private final Set<String> missing = new TreeSet<>();

    private RealmFile(Environment environment) {
        this.environment = environment;
    }

    /** @throws MissingSettings the file names variables that the environment does not have */
    static ObjectNode filledIn(ObjectNode file, Environment environment) {
        var filling = new RealmFile(environment);
        var filled = (ObjectNode) filling.fill(file);
        if (!filling.missing.isEmpty()) {
            throw new MissingSettings(filling.missing);
        }
        return filled;
    }

    private JsonNode fill(JsonNode value) {
        if (value instanceof ObjectNode object) {
            var filled = JSON.createObjectNode();
            object.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue())));
            return filled;
        }
        if (value instanceof ArrayNode array) {
            var filled = JSON.createArrayNode();
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        return value.isTextual() ? TextNode.valueOf(VARIABLE.matcher(value.textValue()).replaceAll(
                variable -> Matcher.quoteReplacement(told(variable.group(1))))) : value;
    }

    private String told(String variable) {
        var value = environment.find(variable).orElse("");
        if (value.isEmpty()) {
            missing.add(variable);
        }
        // addresses are written with and without a slash at the end
        return variable.endsWith(URL) ? value.strip().replaceAll("/+$", "") : value;
    }
}
