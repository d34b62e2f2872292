package io.churnwatch.api.outcome;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Rejects outcomes that cannot have occurred yet, and two of one customer at one time. */
@Constraint(validatedBy = OutcomesValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@interface PossibleOutcomes {
    String message() default "must be possible";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
