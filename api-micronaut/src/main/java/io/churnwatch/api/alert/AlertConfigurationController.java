package io.churnwatch.api.alert;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.request.PageLimit;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import org.jspecify.annotations.Nullable;

/** Shows and changes the alert configuration. */
@Controller("/api/alerts/config")
@Secured(Role.ANALYST_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "alerts")
class AlertConfigurationController {
    private final AlertConfigurationService configurations;

    AlertConfigurationController(AlertConfigurationService configurations) {
        this.configurations = configurations;
    }

    @Get("/")
    @Operation(operationId = "getAlertConfiguration", summary = "Show the alert configuration in force")
    @ApiResponse(responseCode = "200", description = "The one in force; its ETag is its id")
    HttpResponse<AlertConfiguration> getAlertConfiguration() {
        return tagged(configurations.inForce());
    }

    @Get("/history/")
    @Operation(operationId = "listAlertConfigurations", summary = "List all alert configurations, newest first")
    @ApiResponse(responseCode = "200", description = "A page")
    AlertConfigurationPage listAlertConfigurations(
            @QueryValue(defaultValue = PageLimit.DEFAULT) @PageLimit int limit,
            @Parameter(description = "The `next` of the previous page") @Nullable @QueryValue Long before) {
        return configurations.history(before == null ? Long.MAX_VALUE : before, limit);
    }

    @Post("/")
    @Secured(Role.ADMIN_NAME)
    @Operation(
            operationId = "changeAlertConfiguration",
            summary = "Change some members of the alert configuration, in force from about a second later on")
    @ApiResponse(responseCode = "200", description = "The new configuration, with the time from which it is in force")
    @ApiResponse(responseCode = "400", description = "A value is refused")
    @ApiResponse(responseCode = "412", description = "It was changed after it was read")
    HttpResponse<AlertConfiguration> changeAlertConfiguration(
            @Body @Valid AlertConfigurationChange change,
            @Parameter(description = "The ETag of the configuration that was read; without it any is changed")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Parameter(hidden = true) Authentication authentication) {
        change.rejectEmpty();
        return tagged(configurations.change(change, ExpectedId.read(ifMatch), authentication.getName()));
    }

    private static HttpResponse<AlertConfiguration> tagged(AlertConfiguration configuration) {
        return HttpResponse.ok(configuration).header(HttpHeaders.ETAG, ExpectedId.tag(configuration.id()));
    }
}
