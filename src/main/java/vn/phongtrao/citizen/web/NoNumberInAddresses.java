package vn.phongtrao.citizen.web;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.refusal.Refusal;

/** Addresses are kept in logs, so that no number of a person's papers is looked for by one, in whatever list. */
@Component
class NoNumberInAddresses implements WebMvcConfigurer, HandlerInterceptor {

    private static final String SOUGHT = "q";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /**
     * What cannot be read, such as {@code q=%zz}, is no parameter.
     *
     * @throws Refusal malformed, where a number is looked for and stands in the address instead of the body
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && ("&" + request.getQueryString()).contains("&" + SOUGHT + "=")
                && Stream.ofNullable(request.getParameterValues(SOUGHT)).flatMap(Stream::of).anyMatch(sought -> CitizenNumbers.in(sought).isPresent())) {
            throw Refusal.malformed(SOUGHT, "Số căn cước, số giấy tờ của một người không được đứng trong địa chỉ; hãy tìm ở ô tìm kiếm, hoặc gửi trong "
                    + "thân yêu cầu (POST với X-HTTP-Method-Override: GET)");
        }
        return true;
    }
}
