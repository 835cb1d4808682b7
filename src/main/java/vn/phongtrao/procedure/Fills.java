package vn.phongtrao.procedure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a record that its components are what templates are filled with. A template that uses something else is a
 * finding, as is one that is missing.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Fills.Several.class)
public @interface Fills {

    /**
     * The templates: {@code commendation/decision} is the paper of that name; {@code commendation} is what the
     * procedure's page and forms show of a dossier.
     */
    String[] value();

    /** The frame that the papers are put into, whose own variables they have too; empty for whole papers. */
    String frame() default "";

    /** For records that fill templates within several frames. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        Fills[] value();
    }
}
