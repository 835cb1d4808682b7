package vn.phongtrao.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A text that names somebody or something: one line with a letter. Null is left to other constraints. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Named.Check.class)
public @interface Named {

    String MESSAGE = "phải có chữ, không chỉ có số hoặc dấu";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asked by Bean Validation. */
    final class Check implements ConstraintValidator<Named, String> {

        @Override
        public boolean isValid(String name, ConstraintValidatorContext context) {
            return name == null || name.isEmpty() || PlainText.hasLetter(name) && name.indexOf('\n') < 0;
        }
    }
}
