package vn.phongtrao.procedure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a record that it is what the program reads of these forms. A form with other fields would ask in vain. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldsOf {

    /** Ids of forms, for example {@code commendation-proposal}. */
    String[] value();
}
