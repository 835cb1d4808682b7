package vn.phongtrao.dossier;

import java.util.List;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** Fields of forms as schemas of OpenAPI: the values that the register API gives. */
public final class FieldSchemas {

    private FieldSchemas() {
    }

    public static Schema<?> object(List<FormField> fields) {
        var object = new ObjectSchema();
        fields.forEach(field -> object.addProperty(field.key(), of(field)));
        return object;
    }

    public static Schema<?> of(FormField field) {
        Schema<?> schema = switch (field.kind()) {
            case WHOLE -> new IntegerSchema().format("int64");
            case DECIMAL -> new NumberSchema();
            case DAY -> new StringSchema().format("date");
            case YES_NO -> new BooleanSchema();
            case CHOICE -> option(field);
            case CHOICES -> new ArraySchema().items(option(field)).uniqueItems(true);
            case ROWS -> new ArraySchema().items(object(field.columns()));
            case TEXT -> new StringSchema();
        };
        return schema.description(field.label());
    }

    private static Schema<?> option(FormField field) {
        var option = new StringSchema();
        field.options().keySet().forEach(option::addEnumItem);
        return option;
    }
}
