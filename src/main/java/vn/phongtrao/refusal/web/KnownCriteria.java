package vn.phongtrao.refusal.web;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.data.web.PagedModel;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.phongtrao.refusal.Refusal;

/** A list that drops a criterion unseen answers more than it was asked for; so one that it does not know is refused. */
@Component
class KnownCriteria implements WebMvcConfigurer, HandlerInterceptor {

    /** What every list takes. */
    private static final Set<String> COMMON = Set.of("page", "size", "sort", "format", "purpose", "language");

    /** The least of each. There are none below, nor such that nobody counts to: Spring would take the first page for them. */
    private static final Map<String, Integer> LEAST = Map.of("page", 0, "size", 1);
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws Refusal malformed, naming a criterion that the list does not have, or a page that there cannot be */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(GetMapping.class)
                && method.getMethod().getReturnType() == PagedModel.class) {
            LEAST.forEach((name, least) -> requireNumber(name, least, request.getParameterValues(name)));
            var criteria = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)).toList();
            if (criteria.stream().noneMatch(parameter -> parameter.getParameterType() == Map.class)) {
                require(criteria.stream().map(RequestParameters::name).filter(Objects::nonNull).sorted().toList(),
                        request.getParameterMap().keySet());
            }
        }
        return true;
    }

    private static void requireNumber(String name, int least, String[] told) {
        Stream.ofNullable(told).flatMap(Arrays::stream).filter(value -> !value.isEmpty()).forEach(value -> {
            if (!NUMBER.matcher(value).matches()) {
                throw Refusal.malformed(name, "%s: %s".formatted(name, Problems.expected(Integer.class)));
            }
            var number = new BigInteger(value);
            if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(MOST) > 0) {
                throw Refusal.malformed(name, "%s: phải từ %d đến %d".formatted(name, least, MOST));
            }
        });
    }

    private static void require(List<String> known, Set<String> asked) {
        asked.stream().filter(name -> !name.isEmpty() && !COMMON.contains(name) && !known.contains(name)).sorted()
                .findFirst().ifPresent(name -> {
                    throw Refusal.malformed(name, "Danh sách này không lọc được theo \"%s\"; %s".formatted(name,
                            known.isEmpty() ? "chỉ sắp xếp và chia trang"
                                    : "các điều kiện: " + known.stream().collect(Collectors.joining(", "))));
                });
    }
}
