package vn.phongtrao.workflow.closed;

import java.util.Set;

import org.camunda.bpm.engine.impl.variable.ValueTypeResolverImpl;
import org.camunda.bpm.engine.variable.type.ValueType;

import vn.phongtrao.refusal.Refusal;

/** The types that variables may have: plain values and JSON, no objects, bytes, files or XML. */
final class PlainTypes extends ValueTypeResolverImpl {

    private static final Set<String> NAMES = Set.of("boolean", "date", "double", "integer", "long", "null", "number",
            "short", "string", "json");

    static boolean has(ValueType type) {
        return type == null || NAMES.contains(type.getName());
    }

    @Override
    public void addType(ValueType type) {
        if (has(type)) {
            super.addType(type);
        }
    }

    @Override
    public ValueType typeForName(String name) {
        var type = super.typeForName(name);
        if (type == null) {
            throw refused(name);
        }
        return type;
    }

    static Refusal refused(String name) {
        return Refusal.malformed("type", "Biến không được có kiểu %s".formatted(name));
    }
}
