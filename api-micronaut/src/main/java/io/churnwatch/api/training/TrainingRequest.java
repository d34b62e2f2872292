package io.churnwatch.api.training;

import io.churnwatch.api.error.FieldError;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.store.training.Algorithm;
import io.churnwatch.store.training.Grid;
import io.churnwatch.store.training.TrainingParameters;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a training; for absent and null members it has defaults.
 *
 * @param algorithm a random forest by default
 * @param grid without one, the given shape is fitted
 * @param since leave out customers whose outcome is of before that day (UTC), and those who left at an unknown time
 * @param without features to leave out, such as {@code gender}
 * @param learningCurve also fit parts of the customers, to see whether more would help
 */
@Introspected
record TrainingRequest(
        @Nullable Algorithm algorithm,
        @Nullable Grid grid,
        @Nullable LocalDate since,
        @Nullable List<String> without,
        @Min(1) @Max(TrainingParameters.TREES_MAX) @Nullable Integer trees,
        @Min(1) @Max(TrainingParameters.DEPTH_MAX) @Nullable Integer depth,

        @Min(1) @Max(TrainingParameters.MIN_INSTANCES_MAX) @Nullable
        Integer minInstances,

        @Min(0) @Max(Integer.MAX_VALUE) @Nullable Integer seed,
        @Nullable Boolean learningCurve)
        implements JsonRequest {

    TrainingParameters parameters() {
        List<String> leftOut = Objects.requireNonNullElse(without, List.of());
        rejectUnknown(leftOut);
        return new TrainingParameters(
                algorithm,
                grid,
                null,
                since,
                leftOut,
                false,
                Boolean.TRUE.equals(learningCurve),
                trees,
                depth,
                minInstances,
                null,
                null,
                null,
                null,
                seed == null ? null : seed.longValue());
    }

    private static void rejectUnknown(List<String> features) {
        List<FieldError> errors = IntStream.range(0, features.size())
                .filter(i -> !TrainingParameters.FEATURES.contains(features.get(i)))
                .mapToObj(i -> new FieldError("/without/" + i, "must be one of " + TrainingParameters.FEATURES))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
