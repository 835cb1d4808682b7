package vn.phongtrao.procedure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A bean that process models may call by name. Expressions reach these beans and nothing else in the application. */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessBean {

    /** The name used in expressions, for example {@code awards} in <code>${awards.grant(dossierNumber)}</code>. */
    @AliasFor(annotation = Component.class)
    String value();
}
