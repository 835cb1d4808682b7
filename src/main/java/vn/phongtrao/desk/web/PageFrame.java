package vn.phongtrao.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.phongtrao.security.Officer;
import vn.phongtrao.security.Officers;

/** Lets every page say who is signed in, because computers are shared, and lead to the handbook. */
@Configuration(proxyBeanMethods = false)
class PageFrame implements WebMvcConfigurer {

    private final Officers officers;
    private final Handbook handbook;

    PageFrame(Officers officers, Handbook handbook) {
        this.officers = officers;
        this.handbook = handbook;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
                                   ModelAndView page) {
                if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
                    page.addObject("signedIn", officers.of(SecurityContextHolder.getContext().getAuthentication())
                            .map(Officer::id).orElse(null));
                    page.addObject("handbook", handbook.exists());
                }
            }
        });
    }
}
