package vn.phongtrao.procedure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records by the names of their components, for what is named in files: inputs of tables, variables of templates. */
public final class Components {

    private Components() {
    }

    /** @return the components in their order; of two with the same name the later one counts */
    public static Map<String, Object> of(Record... records) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (var one : records) {
            if (one instanceof Facts facts) {
                components.putAll(facts.byName());
                continue;
            }
            for (var component : one.getClass().getRecordComponents()) {
                components.put(component.getName(), value(one, component));
            }
        }
        return components;
    }

    static Object value(Record one, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(one);
        } catch (InvocationTargetException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
