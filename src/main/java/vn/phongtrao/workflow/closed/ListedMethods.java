package vn.phongtrao.workflow.closed;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** What expressions of models may call. */
public final class ListedMethods {

    private ListedMethods() {
    }

    /** @param bean the class of a listed bean, whose own public methods these are; inherited ones are none of them */
    public static Stream<Method> of(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
    }
}
