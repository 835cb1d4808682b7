package vn.phongtrao.procedure;

import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.annotation.Nullable;

/** Makes records of what comes by name, rows of tables and fields of forms, and gives them back so. */
public final class Binding {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    /** A row that leaves a number open would be taken for 0. */
    private static final ObjectMapper ROWS =
            JSON.copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {
    };

    private Binding() {
    }

    /**
     * Names that the record does not have are left out; components that are not named are null.
     *
     * @throws IllegalArgumentException when a value is of another type than the component; its cause tells where
     */
    public static <R extends Record> R bind(Map<String, ?> values, Class<R> type) {
        return JSON.convertValue(values, type);
    }

    /**
     * The outputs of a row. What is not given is taken for nothing only where the record says that it may be: its component is
     * {@link Nullable}.
     *
     * @throws IllegalArgumentException when a value is of another type than the component, or missing
     */
    public static <R extends Record> R row(Map<String, ?> outputs, Class<R> type) {
        var row = ROWS.convertValue(outputs, type);
        for (var component : type.getRecordComponents()) {
            if (!component.isAnnotationPresent(Nullable.class) && Components.value(row, component) == null) {
                throw new IllegalArgumentException("%s: không có giá trị".formatted(component.getName()));
            }
        }
        return row;
    }

    /** As JSON has it: dates are ISO text, records are maps. */
    public static Map<String, Object> plain(Record values) {
        return JSON.convertValue(values, PLAIN);
    }
}
