package io.churnwatch.api.outcome;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.error.FieldError;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.store.outcome.ChurnOutcome;
import io.churnwatch.store.outcome.ChurnOutcomes;
import io.churnwatch.store.outcome.OutcomeSource;
import io.churnwatch.store.outcome.Recording;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;

/** Records the outcomes of customers. */
@Controller("/api/outcomes")
@Secured(Role.ADMIN_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "outcomes")
class OutcomeController {
    private final DatabasePool database;

    OutcomeController(DatabasePool database) {
        this.database = database;
    }

    @Post("/")
    @Operation(
            operationId = "recordOutcomes",
            summary = "Record which customers left or stayed, all or none; what is known already changes nothing")
    @ApiResponse(responseCode = "200", description = "Recorded")
    @ApiResponse(
            responseCode = "400",
            description = "An outcome is rejected, or its customer is unknown: none is recorded")
    RecordedOutcomes recordOutcomes(
            @Body @Valid OutcomesRequest request, @Parameter(hidden = true) Authentication authentication) {
        List<ChurnOutcome> outcomes = request.churnOutcomes();
        return database.inTransaction(handle -> {
            List<Recording> recordings =
                    ChurnOutcomes.record(handle, outcomes, OutcomeSource.API, authentication.getName());
            rejectUnknownCustomers(recordings);
            return RecordedOutcomes.of(recordings);
        });
    }

    private static void rejectUnknownCustomers(List<Recording> recordings) {
        List<FieldError> errors = IntStream.range(0, recordings.size())
                .filter(i -> recordings.get(i) == Recording.UNKNOWN_CUSTOMER)
                .mapToObj(i -> new FieldError("/outcomes/" + i + "/customer_id", "is no customer here"))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
