package vn.phongtrao.language;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The link to a page in the other language. Who follows it has chosen, and comes to the page's own address again, so
 * that going back does not choose anew.
 */
@Component
public class LanguageSwitch implements WebMvcConfigurer, HandlerInterceptor {

    private static final String PARAMETER = "language";

    private final HttpServletRequest current;

    LanguageSwitch(HttpServletRequest current) {
        this.current = current;
    }

    /** The language that the page does not speak. */
    public Language other() {
        return LanguageCookie.chosen(current) == Language.ENGLISH ? Language.VIETNAMESE : Language.ENGLISH;
    }

    /** Where the page speaks it, relative to the page. */
    public String address() {
        return query(current).replaceQueryParam(PARAMETER, other().code()).build().toUriString();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var asked = Language.find(request.getParameter(PARAMETER));
        if (asked.isEmpty() || !HttpMethod.GET.matches(request.getMethod())) {
            return true;
        }
        LanguageCookie.choose(asked.get(), request, response);
        response.sendRedirect(request.getRequestURI()
                + query(request).replaceQueryParam(PARAMETER).build().toUriString());
        return false;
    }

    private static UriComponentsBuilder query(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance().query(request.getQueryString());
    }
}
