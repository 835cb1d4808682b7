package vn.phongtrao.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

import vn.phongtrao.refusal.Refusal;

/** Turns the engine's variables into plain Java values as JSON knows them, and back. */
final class Submission {

    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    /** Rows within a list are two levels; what goes much deeper is no form's, and endless for rules that read it. */
    private static final int MOST_LEVELS = 10;

    private Submission() {
    }

    /**
     * @throws Refusal malformed, for values that no form field has: files, serialized objects, broken JSON, no end of
     *                 lists
     */
    static Map<String, Object> plain(Map<String, Object> variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (variables != null) {
            var typed = Variables.fromMap(variables);
            typed.keySet().forEach(name -> plain.put(name, shallow(name, plain(name, typed.getValueTyped(name)))));
        }
        return plain;
    }

    /** Scalars as they are, dates as ISO text, lists and objects as JSON. */
    static VariableMap variables(Map<String, Object> plain) {
        var variables = Variables.createVariables();
        plain.forEach((name, value) -> {
            if (value instanceof List || value instanceof Map) {
                variables.putValueTyped(name, SpinValues.jsonValue(write(value)).create());
            } else if (value == null || value instanceof Boolean || value instanceof Number) {
                variables.putValue(name, value);
            } else {
                variables.putValue(name, value.toString());
            }
        });
        return variables;
    }

    private static Object plain(String name, TypedValue value) {
        if (value instanceof JsonValue json) {
            return read(name, json.getValueSerialized());
        }
        if (value instanceof FileValue || value instanceof SerializableValue serialized
                && !serialized.isDeserialized()) {
            throw unacceptable(name);
        }
        var plain = value.getValue();
        if (value instanceof PrimitiveValue && !(plain instanceof String || plain instanceof Number
                || plain instanceof Boolean || plain == null)) {
            throw unacceptable(name);
        }
        return plain instanceof List<?> list ? new ArrayList<>(list) : plain;
    }

    private static Object shallow(String name, Object value) {
        if (isDeeper(value, MOST_LEVELS)) {
            throw unacceptable(name);
        }
        return value;
    }

    private static boolean isDeeper(Object value, int levels) {
        var within = value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> list ? list : null;
        return within != null && (levels == 0 || within.stream().anyMatch(one -> isDeeper(one, levels - 1)));
    }

    private static Object read(String name, String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException broken) {
            throw Refusal.malformed(name, "Không phải là JSON hợp lệ");
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refusal unacceptable(String name) {
        return Refusal.malformed(name, "Kiểu dữ liệu không được chấp nhận");
    }
}
