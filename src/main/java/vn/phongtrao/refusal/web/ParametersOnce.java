package vn.phongtrao.refusal.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.phongtrao.refusal.Refusal;

/** Of {@code trial=false&trial=true} Spring takes the first and drops the other unseen; so what is taken once is refused twice. */
@Component
class ParametersOnce implements WebMvcConfigurer, HandlerInterceptor {

    /** Lists are sorted by several columns. */
    private static final Set<String> SEVERAL = Set.of("sort");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws Refusal malformed, naming the parameter */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Arrays.stream(method.getMethodParameters()).filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .forEach(parameter -> requireOnce(parameter, request));
        }
        return true;
    }

    private static void requireOnce(MethodParameter parameter, HttpServletRequest request) {
        var type = parameter.getParameterType();
        if (type == Map.class) {
            request.getParameterMap().keySet().stream().filter(name -> !SEVERAL.contains(name)).sorted()
                    .forEach(name -> requireOnce(name, request));
        } else if (!type.isArray() && !Collection.class.isAssignableFrom(type) && !MultiValueMap.class.isAssignableFrom(type)) {
            requireOnce(RequestParameters.name(parameter), request);
        }
    }

    private static void requireOnce(String name, HttpServletRequest request) {
        var given = request.getParameterValues(name);
        if (given != null && given.length > 1) {
            throw Refusal.malformed(name, "%s: chỉ ghi một lần".formatted(name));
        }
    }
}
