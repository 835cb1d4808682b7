package vn.phongtrao.workflow.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;

/**
 * The conditions in the engine's SQL ask a query for some hundred properties each time. OGNL remembers getters alone, and looks through all methods
 * of a query for what is called otherwise, such as {@code isAssigned}; here each is found once.
 */
final class KnownProperties extends ObjectPropertyAccessor {

    private final Map<Property, Optional<Method>> known = new ConcurrentHashMap<>();

    private record Property(Class<?> of, String name) {

        Optional<Method> method() {
            return Optional.ofNullable(OgnlRuntime.getGetMethod(of, name)).or(() -> Optional.ofNullable(OgnlRuntime.getReadMethod(of, name)));
        }
    }

    /** For all queries of this JVM: OGNL has no other place for it. */
    static void use() {
        OgnlRuntime.setPropertyAccessor(ListQueryParameterObject.class, new KnownProperties());
    }

    @Override
    public Object getPossibleProperty(OgnlContext context, Object query, String name) throws OgnlException {
        var method = known.computeIfAbsent(new Property(query.getClass(), name), Property::method);
        try {
            return method.isEmpty() ? super.getPossibleProperty(context, query, name) : method.get().invoke(query);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new OgnlException(name, failed);
        }
    }
}
