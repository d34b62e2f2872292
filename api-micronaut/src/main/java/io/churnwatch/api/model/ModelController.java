package io.churnwatch.api.model;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.error.QueryTime;
import io.churnwatch.api.request.PageLimit;
import io.churnwatch.store.model.Promotion;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lists, promotes, rejects and rolls back models. */
@Controller("/api")
@Secured(Role.VIEWER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "models")
class ModelController {
    private final ModelRegistry registry;

    ModelController(ModelRegistry registry) {
        this.registry = registry;
    }

    @Get("/models/")
    @Operation(operationId = "listModels", summary = "List the models, newest first")
    @ApiResponse(responseCode = "200", description = "A page")
    ModelPage listModels(
            @QueryValue(defaultValue = PageLimit.DEFAULT) @PageLimit int limit,
            @Parameter(description = "The `next` of the previous page") @Nullable @QueryValue String after) {
        return registry.page(after, limit);
    }

    @Get("/model-metrics/")
    @Operation(operationId = "modelMetrics", summary = "Compare the champion with the challenger")
    @ApiResponse(responseCode = "200", description = "Both, null where there is none")
    ModelMetrics modelMetrics() {
        return registry.metrics();
    }

    @Get("/models/live/")
    @Operation(operationId = "liveModel", summary = "Show which model is the champion, or was at a time")
    @ApiResponse(responseCode = "200", description = "What made it champion")
    @ApiResponse(responseCode = "404", description = "None was yet")
    Promotion liveModel(
            @Parameter(description = "ISO-8601 in UTC, such as `2026-03-03T14:00:00Z`; now when left out")
                    @Nullable
                    @QueryValue
                    String at) {
        return registry.live(at == null ? Instant.now() : QueryTime.of("/at", at));
    }

    @Get("/models/{model_version}/")
    @Operation(operationId = "getModel", summary = "Show a model with its metrics and provenance")
    @ApiResponse(responseCode = "200", description = "The model")
    @ApiResponse(responseCode = "404", description = "There is no such model")
    ModelDetail getModel(@PathVariable("model_version") String modelVersion) {
        return registry.find(modelVersion);
    }

    @Post("/models/{model_version}/promote/")
    @Secured(Role.ADMIN_NAME)
    @Operation(
            operationId = "promoteModel",
            summary = "Make a model champion or let it score in shadow, from about a second later on")
    @ApiResponse(responseCode = "200", description = "Promoted")
    @ApiResponse(responseCode = "404", description = "There is no such model")
    @ApiResponse(responseCode = "409", description = "It has the role, is rejected, or the gate holds it back")
    Promotion promoteModel(
            @PathVariable("model_version") String modelVersion,
            @Body @Valid PromotionRequest promotion,
            @Parameter(hidden = true) Authentication authentication) {
        return registry.promote(modelVersion, promotion, authentication.getName());
    }

    @Post("/models/{model_version}/reject/")
    @Secured(Role.ADMIN_NAME)
    @Operation(operationId = "rejectModel", summary = "Bar a model from every role, for good")
    @ApiResponse(responseCode = "200", description = "Rejected")
    @ApiResponse(responseCode = "404", description = "There is no such model")
    @ApiResponse(responseCode = "409", description = "It is the champion, or rejected already")
    ModelDetail rejectModel(
            @PathVariable("model_version") String modelVersion,
            @Body @Valid DecisionRequest rejection,
            @Parameter(hidden = true) Authentication authentication) {
        return registry.reject(modelVersion, rejection, authentication.getName());
    }

    @Post("/models/rollback/")
    @Secured(Role.ADMIN_NAME)
    @Operation(operationId = "rollBackModel", summary = "Make the champion before the present one champion again")
    @ApiResponse(responseCode = "200", description = "Rolled back")
    @ApiResponse(responseCode = "409", description = "There was no champion before, or it is rejected by now")
    Promotion rollBackModel(
            @Body @Valid DecisionRequest rollback, @Parameter(hidden = true) Authentication authentication) {
        return registry.rollBack(rollback, authentication.getName());
    }
}
