package vn.phongtrao.desk.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The handbook of {@code docs/handbook}, open to everybody: whoever cannot sign in needs it most, and it shows invented
 * dossiers only. It is there once the project was packaged with its tests, which make its pictures.
 */
@Component
class Handbook implements WebMvcConfigurer {

    private final ClassPathResource page = new ClassPathResource("static/handbook/index.html");

    boolean exists() {
        return page.exists();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/handbook", "/handbook/");
        pages.addViewController("/handbook/").setViewName("forward:/handbook/index.html");
    }
}
