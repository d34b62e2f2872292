package io.churnwatch.api.training;

import io.churnwatch.api.error.FieldError;
import io.churnwatch.api.request.MemberReader;
import io.churnwatch.store.training.SinceDay;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the first day of the outcomes that a training learns from. */
@Singleton
final class SinceReader implements MemberReader {
    private final Clock clock;

    SinceReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<?> type() {
        return LocalDate.class;
    }

    @Override
    public @Nullable LocalDate read(JsonNode node, String pointer, List<FieldError> errors) {
        try {
            return SinceDay.parse(node.isString() ? node.getStringValue() : "", clock.instant());
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(pointer, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
