package io.churnwatch.api.risk;

import io.churnwatch.api.auth.Role;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Summarises the risk of all customers. */
@Controller("/api/risk")
@Secured(Role.VIEWER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "risk")
class RiskController {
    private final RiskStore risks;

    RiskController(RiskStore risks) {
        this.risks = risks;
    }

    @Get("/dashboard/")
    @Operation(operationId = "riskDashboard", summary = "Summarise the risk of all customers")
    @ApiResponse(responseCode = "200", description = "The summary")
    RiskDashboard riskDashboard() {
        return risks.dashboard();
    }
}
