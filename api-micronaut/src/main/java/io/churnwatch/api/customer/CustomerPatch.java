package io.churnwatch.api.customer;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.feed.CustomerProfile;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/** The fields of a customer to be changed, at least one; what is absent or null stays. */
record CustomerPatch(@Schema(implementation = Profile.class) CustomerProfile profile) {

    static CustomerPatch read(JsonNode json) {
        BodyReader body = new BodyReader(json, "profile");
        CustomerProfile profile = ProfileReader.read(body);
        if (!body.isRefused() && profile.equals(CustomerProfile.UNKNOWN)) {
            body.refuse("/profile", "must bring at least one field that is not null");
        }
        body.refuseErrors();
        return new CustomerPatch(profile);
    }
}
