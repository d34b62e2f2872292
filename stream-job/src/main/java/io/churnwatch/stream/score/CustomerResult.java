package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskScored;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one accepted event changes.
 *
 * @param before where the customer counted until then; null when unknown
 * @param profile as it is now
 * @param changed the fields that the event changed
 * @param score null when the customer was erased
 * @param alert null when none was raised
 * @param exit whether the event is the first that reports the exit of a known customer
 */
public record CustomerResult(
        long customerId,
        @Nullable Standing before,
        CustomerProfile profile,
        FieldSet changed,
        @Nullable RiskScored score,
        @Nullable AlertRaised alert,
        boolean exit) {

    /** Returns the same result with its reasons. */
    CustomerResult withReasons(RiskScored explained, @Nullable AlertRaised explainedAlert) {
        return new CustomerResult(customerId, before, profile, changed, explained, explainedAlert, exit);
    }

    static CustomerResult erased(long customerId, @Nullable Standing before) {
        return new CustomerResult(customerId, before, CustomerProfile.UNKNOWN, FieldSet.NONE, null, null, false);
    }

    /** The place where the customer counts from now on; null when erased. */
    public @Nullable Standing after() {
        return score == null ? null : Standing.of(profile, score);
    }

    public boolean isErasure() {
        return score == null;
    }
}
