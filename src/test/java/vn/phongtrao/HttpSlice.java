package vn.phongtrao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

import vn.phongtrao.api.ApiDescription;
import vn.phongtrao.language.Language;
import vn.phongtrao.refusal.Refusal;

/**
 * The HTTP side of a module that the annotated class scans, with paging and refusals as in the application. That class
 * is no {@code @Configuration}: the application started from the test class path would find it and take it for its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration({WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class})
@Import(HttpSlice.Common.class)
public @interface HttpSlice {

    /** Apart, because a scan on the annotated class would replace one on this annotation. */
    @ComponentScan(basePackageClasses = {Language.class, Refusal.class, ApiDescription.class})
    class Common {
    }
}
