package io.churnwatch.api.training;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues, follows and cancels trainings. */
@Controller("/api/train")
@Secured(Role.ANALYST_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "training")
class TrainingController {
    private static final int LIMIT_MAX = 200;

    private final DatabasePool database;

    TrainingController(DatabasePool database) {
        this.database = database;
    }

    @Post("/")
    @Secured(Role.ADMIN_NAME)
    @Operation(
            operationId = "train",
            summary = "Have a model trained in the background; it is a challenger until a person promotes it")
    @ApiResponse(
            responseCode = "202",
            description = "Queued; its Location shows how far it is",
            content = @Content(schema = @Schema(implementation = TrainingRun.class)))
    @ApiResponse(responseCode = "400", description = "A value is refused")
    @ApiResponse(responseCode = "409", description = "A training with the same parameters waits or runs already")
    HttpResponse<TrainingRun> train(
            @Body @Nullable @Valid TrainingRequest request, @Parameter(hidden = true) Authentication authentication) {
        TrainingParameters parameters = request == null ? TrainingParameters.NONE : request.parameters();
        QueuedJob queued = database.inTransaction(
                handle -> TrainingJobs.queue(handle, parameters, JobCause.PERSON, authentication.getName()));
        if (!queued.isNew()) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "Training " + queued.jobId() + " with the same parameters is under way already.");
        }
        return accepted(queued.jobId());
    }

    @Get("/")
    @Operation(operationId = "listTrainings", summary = "List the trainings, newest first")
    @ApiResponse(responseCode = "200", description = "A page")
    TrainingRunPage listTrainings(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryValue(defaultValue = "50")
                    int limit,
            @Parameter(description = "The `next` of the previous page") @Nullable @QueryValue Long before) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw ProblemException.invalid("/limit", "must be from 1 to " + LIMIT_MAX);
        }
        List<TrainingRun> items = newest(before == null ? Long.MAX_VALUE : before, limit + 1);
        boolean more = items.size() > limit;
        List<TrainingRun> page = more ? items.subList(0, limit) : items;
        return new TrainingRunPage(page, more ? page.get(limit - 1).id() : null);
    }

    @Get("/{id}/")
    @Operation(operationId = "getTraining", summary = "Show how far a training is, with its log")
    @ApiResponse(responseCode = "200", description = "The training")
    @ApiResponse(responseCode = "404", description = "There is no such training")
    TrainingRunDetail getTraining(@PathVariable long id) {
        return database.inSnapshot(handle -> new TrainingRunDetail(
                TrainingRun.of(TrainingJobs.find(handle, id).orElseThrow(() -> unknown(id))),
                TrainingJobs.log(handle, id)));
    }

    @Delete("/{id}/")
    @Secured(Role.ADMIN_NAME)
    @Operation(operationId = "cancelTraining", summary = "Cancel a training: at once, or at its next step if it runs")
    @ApiResponse(
            responseCode = "202",
            description = "It ends",
            content = @Content(schema = @Schema(implementation = TrainingRun.class)))
    @ApiResponse(responseCode = "404", description = "There is no such training")
    @ApiResponse(responseCode = "409", description = "It is over already")
    HttpResponse<TrainingRun> cancelTraining(
            @PathVariable long id, @Parameter(hidden = true) Authentication authentication) {
        TrainingRun known = find(id);
        boolean cancelled = database.inTransaction(handle -> TrainingJobs.cancel(handle, id, authentication.getName()));
        if (!cancelled) {
            throw ProblemException.of(HttpStatus.CONFLICT, "Training " + known.id() + " is over already.");
        }
        return accepted(id);
    }

    private HttpResponse<TrainingRun> accepted(long id) {
        return HttpResponse.<TrainingRun>accepted(URI.create("/api/train/" + id + "/"))
                .body(find(id));
    }

    private TrainingRun find(long id) {
        return database.inSnapshot(handle -> TrainingJobs.find(handle, id))
                .map(TrainingRun::of)
                .orElseThrow(() -> unknown(id));
    }

    private List<TrainingRun> newest(long before, int limit) {
        List<TrainingJob> jobs = database.inSnapshot(handle -> TrainingJobs.newest(handle, before, limit));
        return jobs.stream().map(TrainingRun::of).toList();
    }

    private static ProblemException unknown(long id) {
        return ProblemException.of(HttpStatus.NOT_FOUND, "There is no training " + id + ".");
    }
}
