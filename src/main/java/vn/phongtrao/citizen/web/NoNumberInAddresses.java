package vn.phongtrao.citizen.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.citizen.WrittenNumbers;
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
        var sought = inAddress(request.getQueryString()).toList();
        // several are read as one, divided by commas
        if (Stream.concat(sought.stream(), Stream.of(String.join(",", sought)))
                .anyMatch(text -> CitizenNumbers.in(text).isPresent() || WrittenNumbers.within(text))) {
            throw Refusal.malformed(SOUGHT, "Số căn cước, số giấy tờ của một người không được đứng trong địa chỉ; hãy tìm ở ô tìm kiếm, hoặc gửi trong "
                    + "thân yêu cầu (POST với X-HTTP-Method-Override: GET)");
        }
        return true;
    }

    /** What is looked for by an address, however its name is written there. */
    private static Stream<String> inAddress(String query) {
        return Stream.ofNullable(query).flatMap(all -> Stream.of(all.split("&"))).map(one -> one.split("=", 2))
                .filter(one -> one.length == 2 && SOUGHT.equals(decoded(one[0]))).map(one -> decoded(one[1]));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
