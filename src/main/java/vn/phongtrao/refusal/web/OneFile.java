package vn.phongtrao.refusal.web;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

import vn.phongtrao.refusal.Refusal;

/** Where one file is taken, Spring takes the first and drops what else was sent unseen; so that is refused. */
@Component
class OneFile implements WebMvcConfigurer, HandlerInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (sent != null && handler instanceof HandlerMethod method) {
            Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.getParameterType() == MultipartFile.class).forEach(parameter -> {
                        parameter.initParameterNameDiscovery(NAMES);
                        requireOne(parameter.getParameterName(), sent);
                    });
        }
        return true;
    }

    private static void requireOne(String name, MultipartHttpServletRequest sent) {
        if (sent.getFileMap().size() > 1 || sent.getFiles(name).size() > 1) {
            throw Refusal.malformed(name, "%s: chỉ nhận một tệp".formatted(name));
        }
    }
}
