package io.churnwatch.api.customer;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.feed.CustomerProfile;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/** A customer to be created; what the profile leaves out is unknown. */
record NewCustomer(
        @Schema(minimum = "1", maximum = "2147483647") int customerId,
        @Schema(implementation = Profile.class) CustomerProfile profile) {

    static NewCustomer read(JsonNode json) {
        BodyReader body = new BodyReader(json, "customer_id", "profile");
        int customerId = body.integer("customer_id", 1, Integer.MAX_VALUE);
        CustomerProfile profile = ProfileReader.read(body);
        body.refuseErrors();
        return new NewCustomer(customerId, profile);
    }
}
