package vn.phongtrao.desk.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The handbook of {@code docs/handbook}, open to everybody: whoever cannot sign in needs it most, and it shows invented
 * dossiers only. The tests make its pictures; until then it is without.
 */
@Component
class Handbook implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/handbook", "/handbook/");
        pages.addViewController("/handbook/").setViewName("forward:/handbook/index.html");
    }
}
