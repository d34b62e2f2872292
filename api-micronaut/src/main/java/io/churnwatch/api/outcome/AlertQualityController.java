package io.churnwatch.api.outcome;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.error.QueryTime;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQualities;
import io.churnwatch.store.outcome.AlertQuality;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.SerdeImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reports the quality of past alerts by the outcomes of their customers. */
@Controller("/api/alerts/quality")
@Secured(Role.VIEWER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "outcomes")
@SerdeImport(AlertQuality.class)
@SerdeImport(AlertFigures.class)
class AlertQualityController {
    private static final String HORIZON_RANGE = "must be from 1 to " + AlertQuality.HORIZON_DAYS_MAX;

    private final DatabasePool database;
    private final Clock clock;

    AlertQualityController(DatabasePool database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Get("/")
    @Operation(
            operationId = "alertQuality",
            summary = "Show how often past alerts were right, how many exits they foresaw and how long before")
    @ApiResponse(responseCode = "200", description = "The figures, per rule, threshold and model")
    AlertQuality alertQuality(
            @Parameter(
                            description =
                                    "Leave out alerts raised and exits that happened before, ISO-8601 in UTC such as"
                                            + " `2026-03-03T14:00:00Z`")
                    @Nullable
                    @QueryValue
                    String since,
            @Parameter(description = "Within how many days after an alert the customer must leave")
                    @QueryValue(value = "horizon_days", defaultValue = "90")
                    @Min(value = 1, message = HORIZON_RANGE)
                    @Max(value = AlertQuality.HORIZON_DAYS_MAX, message = HORIZON_RANGE)
                    int horizonDays) {
        Instant from = since == null ? null : QueryTime.of("/since", since);
        return database.inSnapshot(
                handle -> AlertQualities.judge(handle, from, clock.instant(), Duration.ofDays(horizonDays)));
    }
}
