package vn.phongtrao.workflow.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/**
 * The contract of a form as schemas of OpenAPI: a property for each field, in the engine's shape of a value with its
 * type. Lists travel as JSON text, whose content has a schema of its own ({@code contentSchema}), so that a generated
 * client has a class for the rows. What only the form's conditions decide stands as FEEL in {@code x-required-if} and
 * {@code x-hidden-if}; {@code x-options-of} says which of the form's variables give the values to choose from.
 */
public final class FormSchemas {

    private final String name;
    private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

    private FormSchemas(String name) {
        this.name = name;
    }

    /**
     * The schemas by name: that of the form, and those of the rows of its lists, called {@code <form>-<field>-row}.
     *
     * @param name what the form is called
     */
    public static Map<String, Schema<?>> of(String name, Form form) {
        var described = new FormSchemas(name);
        var variables = closed();
        form.fields().forEach(field -> add(variables, field, described.typed(field)));
        described.schemas.put(name, variables);
        return described.schemas;
    }

    /** The engine's shape; it guesses the type of plain values, but not that a text is JSON. */
    private Schema<?> typed(Field field) {
        var value = switch (field.type()) {
            case "checklist", "taglist", "dynamiclist" -> json(list(field));
            default -> plain(field);
        };
        var type = type(field);
        var typed = new ObjectSchema().addProperty("value", value).addRequiredItem("value")
                .addProperty("type", new StringSchema().addEnumItem(type)._default(type));
        return type.equals("Json") ? typed.addRequiredItem("type") : typed;
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case "number" -> field.integer() ? "Long" : "Double";
            case "checkbox" -> "Boolean";
            case "checklist", "taglist", "dynamiclist" -> "Json";
            default -> "String";
        };
    }

    private static Schema<?> plain(Field field) {
        return switch (field.type()) {
            case "number" -> (field.integer() ? new IntegerSchema().format("int64") : new NumberSchema())
                    .minimum(field.min()).maximum(field.max());
            case "checkbox" -> new BooleanSchema();
            case "datetime" -> new StringSchema().format("date");
            case "select", "radio" -> field.suggest() ? text(field) : option(field);
            default -> text(field);
        };
    }

    private static Schema<?> text(Field field) {
        return new StringSchema().minLength(field.minLength()).maxLength(field.longestText())
                .pattern(field.pattern() == null ? null : field.pattern().pattern());
    }

    private static Schema<?> option(Field field) {
        var option = new StringSchema();
        if (field.options() != null) {
            field.options().keySet().forEach(option::addEnumItem);
            option.addExtension("x-enum-descriptions", List.copyOf(field.options().values()));
        }
        return option;
    }

    private Schema<?> list(Field field) {
        var list = new ArraySchema();
        if (field.type().equals("dynamiclist")) {
            var row = closed();
            field.fields().forEach(cell -> add(row, cell, cell(cell)));
            var rowName = "%s-%s-row".formatted(name, field.key());
            schemas.put(rowName, row);
            list.items(new Schema<>().$ref(rowName));
        } else {
            list.items(option(field)).uniqueItems(true);
        }
        return list.minItems(field.minItems()).maxItems(field.maxItems());
    }

    private static Schema<?> cell(Field field) {
        return switch (field.type()) {
            case "checklist", "taglist" -> new ArraySchema().items(option(field)).uniqueItems(true);
            default -> plain(field);
        };
    }

    private static Schema<?> json(Schema<?> content) {
        return new StringSchema().contentMediaType("application/json").contentSchema(content);
    }

    private static Schema<?> closed() {
        return new ObjectSchema().additionalProperties(false);
    }

    private static void add(Schema<?> object, Field field, Schema<?> schema) {
        object.addProperty(field.key(), described(field, schema));
        if (field.required() && !field.keep() && field.hide() == null) {
            object.addRequiredItem(field.key());
        }
    }

    private static Schema<?> described(Field field, Schema<?> schema) {
        schema.description(field.label());
        extend(schema, "x-required-if", requiredIf(field));
        extend(schema, "x-hidden-if", field.hide());
        extend(schema, "x-options-of", field.optionsOf());
        return schema;
    }

    private static Object requiredIf(Field field) {
        return field.requiredIf() == null && field.required() && field.hide() != null
                ? "not(%s)".formatted(field.hide()) : field.requiredIf();
    }

    private static void extend(Schema<?> schema, String name, Object value) {
        if (value != null) {
            schema.addExtension(name, value.toString());
        }
    }
}
