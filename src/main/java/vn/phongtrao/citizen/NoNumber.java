package vn.phongtrao.citizen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * A text that is kept as it is typed and read by many, such as a reason: no number of a person's papers stands in it, as those are sealed everywhere. Null is
 * left to other constraints.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoNumber.Check.class)
public @interface NoNumber {

    String MESSAGE = "không ghi số căn cước, số giấy tờ của một người vào đây";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asked by Bean Validation. */
    final class Check implements ConstraintValidator<NoNumber, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return !WrittenNumbers.within(text);
        }
    }
}
