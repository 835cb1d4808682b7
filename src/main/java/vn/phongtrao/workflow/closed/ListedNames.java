package vn.phongtrao.workflow.closed;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.springframework.aop.support.AopUtils;

import vn.phongtrao.refusal.Refusal;

/**
 * All that names in expressions stand for: the listed beans with the public methods of their own class, variables of
 * the process, and {@code execution.processBusinessKey}. No value has properties or methods, whatever it is, and no
 * bean is itself a value, so that nothing leads from what is listed to what is not.
 */
final class ListedNames extends ELResolver {

    private static final String EXECUTION = "execution";
    private static final String NUMBER = "processBusinessKey";

    private final Map<Object, Object> beans;

    ListedNames(Map<Object, Object> beans) {
        this.beans = beans;
    }

    /** A bean as expressions hold it: nothing but a name before a method's. */
    private record Bean(String name, Object instance) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The execution as expressions hold it. */
    private record Instance(ExecutionEntity execution) {

        @Override
        public String toString() {
            return EXECUTION;
        }
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        if (base == null) {
            return named(context, (String) property);
        }
        if (base instanceof Instance instance && NUMBER.equals(property)) {
            return instance.execution().getProcessBusinessKey();
        }
        throw unlisted(property);
    }

    private Object named(ELContext context, String name) {
        if (beans.containsKey(name)) {
            return new Bean(name, beans.get(name));
        }
        var scope = (VariableScope) context.getContext(VariableScope.class);
        if (EXECUTION.equals(name)) {
            if (scope instanceof ExecutionEntity execution) {
                return new Instance(execution);
            }
            if (scope instanceof TaskEntity task) {
                return new Instance(task.getExecution());
            }
        }
        if (scope != null && scope.hasVariable(name)) {
            return scope.getVariable(name);
        }
        throw unlisted(name);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        context.setPropertyResolved(true);
        if (!(base instanceof Bean bean)) {
            throw unlisted(method);
        }
        var listed = ListedMethods.of(AopUtils.getTargetClass(bean.instance()))
                .filter(candidate -> candidate.getName().equals(method)
                        && candidate.getParameterCount() == arguments.length)
                .findFirst().orElseThrow(() -> unlisted(bean + "." + method));
        return call(bean.instance(), listed, coerced(context, listed, arguments));
    }

    private static Object[] coerced(ELContext context, Method method, Object[] arguments) {
        var factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        var types = method.getParameterTypes();
        var coerced = new Object[arguments.length];
        for (int i = 0; i < coerced.length; i++) {
            coerced[i] = factory.coerceToType(arguments[i], types[i]);
        }
        return coerced;
    }

    private static Object call(Object bean, Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new ELException(impossible);
        }
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw unlisted(property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    private static Refusal unlisted(Object name) {
        return Refusal.broken(null, "Biểu thức dùng tên không có trong danh sách cho phép: %s".formatted(name));
    }
}
