package io.churnwatch.api.customer;

import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A customer to be created; what the profile leaves out is unknown. */
@Introspected
record NewCustomer(
        @NotNull @Min(1) @Max(CustomerUpdate.CUSTOMER_ID_MAX)
        Long customerId,

        @NotNull @Schema(implementation = Profile.class) CustomerProfile profile)
        implements JsonRequest {}
