package io.churnwatch.api.customer;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.feed.CustomerProfile;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/** A customer to be created; what the profile leaves out is unknown. */
record NewCustomer(
        @Schema(minimum = "1", maximum = "9007199254740991") long customerId,
        @Schema(implementation = Profile.class) CustomerProfile profile) {

    static NewCustomer read(JsonNode json) {
        BodyReader body = new BodyReader(json, "customer_id", "profile");
        long customerId = body.customerId();
        CustomerProfile profile = ProfileReader.read(body);
        body.refuseErrors();
        return new NewCustomer(customerId, profile);
    }
}
