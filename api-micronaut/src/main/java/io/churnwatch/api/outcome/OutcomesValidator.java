package io.churnwatch.api.outcome;

import io.churnwatch.api.outcome.OutcomesRequest.RecordedOutcome;
import io.churnwatch.feed.OccurredAt;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks {@link PossibleOutcomes}; members that are missing are left to other constraints. */
@Singleton
final class OutcomesValidator implements ConstraintValidator<PossibleOutcomes, List<@Nullable RecordedOutcome>> {
    private final Clock clock;

    OutcomesValidator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isValid(@Nullable List<@Nullable RecordedOutcome> outcomes, ConstraintValidatorContext context) {
        Instant now = clock.instant();
        Map<RecordedOutcome.Key, Integer> places = new HashMap<>();
        boolean valid = true;
        for (int i = 0; outcomes != null && i < outcomes.size(); i++) {
            @Nullable RecordedOutcome outcome = outcomes.get(i);
            if (outcome == null || outcome.occurredAt() == null) {
                continue;
            }
            if (outcome.occurredAt().isBefore(OccurredAt.EARLIEST) || !OccurredAt.isPast(outcome.occurredAt(), now)) {
                valid = false;
                violation(context, "must lie between 1900 and now")
                        .addPropertyNode("occurredAt")
                        .inIterable()
                        .atIndex(i)
                        .addConstraintViolation();
            }
            @Nullable Integer first = places.putIfAbsent(outcome.key(), i);
            if (first != null) {
                valid = false;
                violation(context, "has the customer and the time of /outcomes/" + first)
                        .addBeanNode()
                        .inIterable()
                        .atIndex(i)
                        .addConstraintViolation();
            }
        }
        return valid;
    }

    private static ConstraintViolationBuilder violation(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        return context.buildConstraintViolationWithTemplate(message);
    }
}
