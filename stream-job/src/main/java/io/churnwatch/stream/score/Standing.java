package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.version.VersionsInForce;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands: all that is summed up over customers.
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
                profile.geography(), profile.hasExited(), score.probability(), score.highRisk(), score.valueAtRisk());
    }

    /**
     * As the last score left it; null before the first. State that an older version wrote does not tell it all: what it lacks
     * is judged by what is in force.
     */
    static @Nullable Standing of(CustomerState state, VersionsInForce versions, ScoringConfig config) {
        if (state.isFirstObservation()) {
            return null;
        }
        CustomerProfile profile = state.profile();
        double probability = state.probability();
        Boolean highRisk = state.highRisk();
        boolean told = highRisk != null;
        return new Standing(
                profile.geography(),
                profile.hasExited(),
                probability,
                told ? highRisk : probability > versions.alerts().highRiskThreshold(),
                told ? state.valueAtRisk() : config.valueAtRisk().of(probability, profile));
    }
}
