package io.churnwatch.api.drift;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.DriftReports;
import io.churnwatch.store.drift.RealisedQuality;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.SerdeImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Shows the newest report, and the verdicts and realised qualities of those before it. */
@Controller("/api/drift")
@Secured(Role.VIEWER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drift")
@SerdeImport(DriftReport.class)
@SerdeImport(FieldDrift.class)
@SerdeImport(ChallengerComparison.class)
@SerdeImport(RealisedQuality.class)
@SerdeImport(RealisedQuality.Scores.class)
@SerdeImport(RealisedQuality.Alerts.class)
@SerdeImport(BandChange.class)
class DriftController {
    private static final int RECENT = 30;

    private final DatabasePool database;

    DriftController(DatabasePool database) {
        this.database = database;
    }

    @Get("/")
    @Operation(
            operationId = "getDrift",
            summary =
                    "Show how far live customers are from those of the training, how the challenger would do, and how good"
                            + " past scores and alerts turned out to be")
    @ApiResponse(
            responseCode = "200",
            description = "The newest report, null before the first, and summaries of the recent ones")
    DriftState drift() {
        List<DriftReport> reports = database.inSnapshot(handle -> DriftReports.newest(handle, RECENT));
        return new DriftState(
                reports.stream().findFirst().orElse(null),
                reports.stream().map(DriftSummary::of).toList());
    }
}
