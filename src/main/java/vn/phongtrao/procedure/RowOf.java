package vn.phongtrao.procedure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a record that it is a row of a decision table, asked for by {@link Rules}: its components are columns that
 * the table must have. A table with other inputs than those it is asked with would never match.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RowOf {

    /** Keys of tables; {@code *-route} is the table of that name of every procedure. */
    String[] value();

    /** What the table is asked with, beside the {@link Days}: each component may be an input. */
    Class<? extends Record> asked() default Rules.Any.class;

    /** Whether the program goes by the one row that matches. */
    boolean single() default false;

    /** Other procedures than the table's own whose dossiers are judged by it. */
    String[] alsoFor() default {};

    /** Whether the program goes on without a row: a rule of this kind may cease, and nothing take its place. */
    boolean mayEnd() default false;
}
