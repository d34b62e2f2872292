package io.churnwatch.api.customer;

import io.churnwatch.api.auth.Role;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.request.PageLimit;
import io.churnwatch.risk.RiskBand;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists, shows, creates and changes customers. */
@Controller("/api/customers")
@Secured(Role.VIEWER_NAME)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "customers")
class CustomerController {
    private final DatabasePool database;
    private final CustomerList list;
    private final CustomerStore customers;
    private final CustomerEdits edits;

    CustomerController(DatabasePool database, CustomerList list, CustomerStore customers, CustomerEdits edits) {
        this.database = database;
        this.list = list;
        this.customers = customers;
        this.edits = edits;
    }

    @Get("/")
    @Operation(operationId = "listCustomers", summary = "List customers, one page at a time")
    @ApiResponse(responseCode = "200", description = "A page")
    CustomerPage listCustomers(
            @QueryValue(defaultValue = PageLimit.DEFAULT) @PageLimit int limit,
            @Parameter(description = "The `next` of the previous page") @Nullable @QueryValue String after,
            @Parameter(description = "A surname prefix in any case, or an exact customer id") @Nullable @QueryValue
                    String q,
            @Nullable @QueryValue String geography,
            @Nullable @QueryValue RiskBand band,
            @Parameter(description = "Only those who have left, or only those who have not") @Nullable @QueryValue
                    Boolean exited,
            @Parameter(
                            description = "`risk`: highest first, unscored last",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"risk", "customer_id"},
                                            defaultValue = "risk"))
                    @QueryValue(defaultValue = "risk")
                    String sort) {
        CustomerSort order = order(sort);
        @Nullable Cursor cursor = after == null ? null : Cursor.decode(after, order);
        return list.page(new CustomerFilter(q, geography, band, exited), order, cursor, limit);
    }

    @Post("/")
    @Secured(Role.ANALYST_NAME)
    @Operation(operationId = "createCustomer", summary = "Create a customer")
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CustomerDetail.class)))
    @ApiResponse(responseCode = "400", description = "A value is refused")
    @ApiResponse(responseCode = "409", description = "The customer id is taken")
    HttpResponse<CustomerDetail> createCustomer(@Body @Valid NewCustomer customer) {
        if (!edits.create(customer.customerId(), customer.profile())) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT, "There is a customer " + customer.customerId() + " already.");
        }
        URI location = URI.create("/api/customers/" + customer.customerId() + "/");
        return HttpResponse.created(found(customer.customerId()), location);
    }

    @Get("/{customer_id}/")
    @Operation(operationId = "getCustomer", summary = "Show a customer with the history of the risk")
    @ApiResponse(responseCode = "200", description = "The customer")
    @ApiResponse(responseCode = "404", description = "There is no such customer")
    CustomerDetail getCustomer(@PathVariable("customer_id") long customerId) {
        return found(customerId);
    }

    @Patch("/{customer_id}/")
    @Secured(Role.ANALYST_NAME)
    @Operation(operationId = "updateCustomer", summary = "Change some fields of a customer")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "400", description = "A value is refused")
    @ApiResponse(responseCode = "404", description = "There is no such customer")
    CustomerDetail updateCustomer(@PathVariable("customer_id") long customerId, @Body @Valid CustomerPatch patch) {
        patch.rejectEmpty();
        if (!edits.change(customerId, patch.profile())) {
            throw unknown(customerId);
        }
        return found(customerId);
    }

    private CustomerDetail found(long customerId) {
        Optional<CustomerDetail> customer = database.inSnapshot(handle -> customers.find(handle, customerId));
        return customer.orElseThrow(() -> unknown(customerId));
    }

    private static ProblemException unknown(long customerId) {
        return ProblemException.of(HttpStatus.NOT_FOUND, "There is no customer " + customerId + ".");
    }

    private static CustomerSort order(String sort) {
        return Arrays.stream(CustomerSort.values())
                .filter(order -> order.parameter().equals(sort))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("/sort", "must be risk or customer_id"));
    }
}
