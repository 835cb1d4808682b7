package vn.phongtrao.http;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/**
 * An operation of the engine's REST API.
 *
 * @param path below {@code /engine-rest}, with its parameters in braces
 */
record EngineOperation(String method, String path) {

    /** Every operation the API has, read from its classes, so that none is forgotten. */
    static Set<EngineOperation> all() {
        Set<EngineOperation> found = new LinkedHashSet<>();
        collect(DefaultProcessEngineRestServiceImpl.class, "", found);
        return found;
    }

    private static void collect(Class<?> resource, String path, Set<EngineOperation> found) {
        for (var method : resource.getMethods()) {
            var declared = declarations(method).toList();
            var below = declared.stream().map(one -> one.getAnnotation(Path.class)).filter(one -> one != null)
                    .findFirst().map(Path::value);
            var verb = declared.stream().flatMap(one -> Stream.of(one.getAnnotations()))
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(one -> one != null).findFirst();
            var full = path + below.map(EngineOperation::tidy).orElse("");
            if (verb.isPresent()) {
                found.add(new EngineOperation(verb.get().value(), full));
            } else if (below.isPresent() && method.getReturnType() != Object.class) {
                collect(method.getReturnType(), full, found);
            }
        }
    }

    /** The method and those it implements, which may carry the annotations. */
    private static Stream<Method> declarations(Method method) {
        return Stream.concat(Stream.of(method), Stream.concat(
                        Stream.of(method.getDeclaringClass().getInterfaces()),
                        Optional.<Class<?>>ofNullable(method.getDeclaringClass().getSuperclass()).stream())
                .flatMap(type -> {
                    try {
                        return declarations(type.getMethod(method.getName(), method.getParameterTypes()));
                    } catch (NoSuchMethodException notThere) {
                        return Stream.empty();
                    }
                }));
    }

    /** One slash in front, none behind, and no patterns in the braces. */
    private static String tidy(String path) {
        var tidied = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("^/*|/*$", "");
        return tidied.isEmpty() ? "" : "/" + tidied;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
