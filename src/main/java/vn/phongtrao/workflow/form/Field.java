package vn.phongtrao.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.FormField.Kind;

/**
 * An input of a form.
 *
 * @param about      what helps to fill it in; empty where nothing is said
 * @param route      whether the value is also passed to the process, which cannot do without it
 * @param keep       whether an absent value means that what is stored stays
 * @param suggest    whether options only help to choose: the content's own rules judge any other value
 * @param personal   whether it is about a person
 * @param once       whether it says what this dossier alone is about, and so is not taken over into another
 * @param readonly   whether people see it only
 * @param otherNames what sheets of people call the field, or with an equals sign one of its options
 * @param requiredIf condition under which the value is required, beside {@code required}
 * @param hide       condition under which the form does not ask for the value
 * @param options    the values to choose from with their labels, in order; null where the field has none of its own
 * @param optionsOf  expression that gives the options from the content of the dossier
 * @param fields     fields of a row of a list
 */
record Field(String key, String type, String label, String about, boolean required, boolean route, boolean keep,
             boolean suggest, boolean personal, boolean once, boolean readonly, List<String> otherNames,
             Feel requiredIf, Feel hide, Integer minLength, Integer maxLength, Pattern pattern, BigDecimal min,
             BigDecimal max, boolean integer, Map<String, String> options, Feel optionsOf, Integer minItems,
             Integer maxItems, List<Field> fields) {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "select", "radio",
            "checklist", "taglist", "datetime", "dynamiclist");
    private static final int LONGEST_TEXT = 10_000;

    /** As procedures know it. @param labels of what can be chosen, by value */
    FormField declared(Map<String, String> labels) {
        return new FormField(key, label, kind(), personal, labels, fields.stream().map(Field::declared).toList());
    }

    FormField declared() {
        return declared(options == null ? Map.of() : options);
    }

    private Kind kind() {
        return switch (type) {
            case "number" -> integer ? Kind.WHOLE : Kind.DECIMAL;
            case "checkbox" -> Kind.YES_NO;
            case "datetime" -> Kind.DAY;
            case "select", "radio" -> Kind.CHOICE;
            case "checklist", "taglist" -> Kind.CHOICES;
            case "dynamiclist" -> Kind.ROWS;
            default -> Kind.TEXT;
        };
    }

    /** The most characters that a text may have. */
    int longestText() {
        return maxLength == null ? LONGEST_TEXT : maxLength;
    }

    static List<Field> of(JsonNode components) {
        List<Field> fields = new ArrayList<>();
        for (var component : components) {
            var type = component.path("type").asText();
            if (type.equals("group")) {
                fields.addAll(of(component.path("components")));
            } else if (INPUTS.contains(type) && !component.path("disabled").asBoolean()) {
                fields.add(field(component, type));
            }
        }
        return List.copyOf(fields);
    }

    private static Field field(JsonNode component, String type) {
        var validate = component.path("validate");
        var properties = component.path("properties");
        var pattern = text(validate, "pattern");
        return new Field(component.path(type.equals("dynamiclist") ? "path" : "key").asText(), type,
                label(component, type), component.path("description").asText(), required(component, type),
                properties.path("route").asBoolean(), properties.path("keep").asBoolean(),
                properties.path("suggest").asBoolean(), properties.path("personal").asBoolean(),
                properties.path("once").asBoolean(), component.path("readonly").asBoolean(),
                names(properties.path("otherNames").asText()),
                Feel.of(text(properties, "requiredIf")), Feel.of(text(component.path("conditional"), "hide")),
                integer(validate, "minLength"), integer(validate, "maxLength"),
                pattern == null ? null : Pattern.compile(pattern), decimal(validate, "min"), decimal(validate, "max"),
                component.path("decimalDigits").asInt(-1) == 0, options(component.path("values")),
                Feel.of(text(component, "valuesExpression")), integer(properties, "minItems"),
                integer(properties, "maxItems"),
                type.equals("dynamiclist") ? of(component.path("components")) : List.of());
    }

    /** A list that needs rows is required: form-js leaves an empty one out. */
    private static boolean required(JsonNode component, String type) {
        return component.at("/validate/required").asBoolean()
                || type.equals("dynamiclist") && component.at("/properties/minItems").asInt() > 0;
    }

    private static String label(JsonNode component, String type) {
        return component.path(type.equals("datetime") ? "dateLabel" : "label").asText(component.path("key").asText());
    }

    private static Map<String, String> options(JsonNode values) {
        if (!values.isArray()) {
            return null;
        }
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value.path("value").asText(), value.path("label").asText()));
        return Collections.unmodifiableMap(options);
    }

    private static List<String> names(String written) {
        return Arrays.stream(written.split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    private static Integer integer(JsonNode node, String key) {
        return node.hasNonNull(key) ? Integer.valueOf(node.get(key).asText()) : null;
    }

    private static BigDecimal decimal(JsonNode node, String key) {
        return node.hasNonNull(key) ? new BigDecimal(node.get(key).asText()) : null;
    }
}
