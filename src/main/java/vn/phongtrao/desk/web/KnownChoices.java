package vn.phongtrao.desk.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UrlPathHelper;

import vn.phongtrao.desk.RegisterPage.Filter;
import vn.phongtrao.desk.RegisterPage.Value;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;

/**
 * A list that is asked for a choice that there is not would answer with nothing, as if there were nothing; so that is
 * refused. Choices are those of the register's page, and all that have a word beside them: rows of tables may be more.
 */
@Component
class KnownChoices implements WebMvcConfigurer, HandlerInterceptor {

    private final RegisterShelf shelf;

    KnownChoices(@Lazy RegisterShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws Refusal malformed, naming the criterion and its choices */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            shelf.listedAt(UrlPathHelper.defaultInstance.getPathWithinApplication(request))
                    .ifPresent(register -> register.filters().stream().filter(filter -> filter.options() != null)
                            .forEach(filter -> require(filter, request.getParameterValues(filter.name()))));
        }
        return true;
    }

    private static void require(Filter filter, String[] told) {
        if (told != null && !Arrays.stream(told).allMatch(value -> value.isBlank() || known(filter, value))) {
            throw Refusal.malformed(filter.name(), "%s: không có lựa chọn này; chọn một trong: %s".formatted(filter.name(),
                    filter.options().stream().map(Value::id).collect(Collectors.joining(", "))));
        }
    }

    /** What is true or not is read by its type. */
    private static boolean known(Filter filter, String value) {
        return filter.options().stream().anyMatch(option -> option.id().equals(value) || option.id().equals("true")
                || Labels.find(option.key().substring(0, option.key().lastIndexOf('.') + 1) + value).isPresent());
    }
}
