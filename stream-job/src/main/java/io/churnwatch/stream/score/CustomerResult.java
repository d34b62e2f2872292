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
 * @param exit whether the event says that the customer left, of whom it was not known before
 */
public record CustomerResult(
        int customerId,
        CustomerProfile profile,
        FieldSet changed,
        @Nullable RiskScored score,
        @Nullable AlertRaised alert,
        boolean exit) {

    /** The same, with what explains it. */
    CustomerResult because(RiskScored explained, @Nullable AlertRaised explainedAlert) {
        return new CustomerResult(customerId, profile, changed, explained, explainedAlert, exit);
    }

    static CustomerResult erased(int customerId) {
        return new CustomerResult(customerId, CustomerProfile.UNKNOWN, FieldSet.NONE, null, null, false);
    }

    public boolean isErasure() {
        return score == null;
    }
}
