package vn.phongtrao.desk.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads browsers to the mark where no page told them of it, for example at an answer of the API. */
@Component
class Favicon implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/favicon.ico", "/mark.svg");
    }
}
