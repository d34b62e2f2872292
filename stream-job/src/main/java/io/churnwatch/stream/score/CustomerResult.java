package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskScored;
import org.jspecify.annotations.Nullable;

/**
 * What one accepted event means for the tables.
 *
 * @param profile as it is now
 * @param changed the fields that the event changed
 * @param score null when the customer was erased
 * @param alert null when none was raised
 */
public record CustomerResult(
        int customerId,
        CustomerProfile profile,
        FieldSet changed,
        @Nullable RiskScored score,
        @Nullable AlertRaised alert) {

    static CustomerResult erased(int customerId) {
        return new CustomerResult(customerId, CustomerProfile.UNKNOWN, FieldSet.NONE, null, null);
    }

    public boolean isErasure() {
        return score == null;
    }
}
