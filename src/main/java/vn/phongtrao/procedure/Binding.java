package vn.phongtrao.procedure;

import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Makes records of what comes by name, rows of tables and fields of forms, and gives them back so. */
public final class Binding {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
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

    /** As JSON has it: dates are ISO text, records are maps. */
    public static Map<String, Object> plain(Record values) {
        return JSON.convertValue(values, PLAIN);
    }
}
