package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.RiskScored;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer counts: all that is summed up over customers.
 *
 * @param geography null when unknown
 * @param highRisk above the threshold that judged the score
 * @param valueAtRisk null when a field that it needs is unknown
 */
public record Standing(
        @Nullable String geography,
        boolean exited,
        double probability,
        boolean highRisk,
        @Nullable Double valueAtRisk) {

    static Standing of(CustomerProfile profile, RiskScored score) {
        return new Standing(
                profile.geography(),
                profile.hasExited(),
                score.probability(),
                score.risk().highRisk(),
                score.valueAtRisk());
    }

    /** Returns the place after the last score; null before the first. */
    static @Nullable Standing of(CustomerState state) {
        LastScore last = state.lastScore();
        return last == null
                ? null
                : new Standing(
                        state.profile().geography(),
                        state.profile().hasExited(),
                        last.probability(),
                        last.highRisk(),
                        last.valueAtRisk());
    }
}
