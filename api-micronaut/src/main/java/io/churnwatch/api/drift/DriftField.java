package io.churnwatch.api.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * How far a field is from its distribution at training. Rates are in [0, 1].
 *
 * @param field a feature of the model, or {@code churn_probability} for its score
 * @param psi population stability index, from 0
 * @param ks statistic of Kolmogorov and Smirnov, in [0, 1]
 * @param pValue of that statistic
 * @param unseenRate categories that the training did not know, and numbers outside of all that it saw
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record DriftField(
        String field,
        DriftVerdict verdict,
        double psi,
        double ks,
        double pValue,
        double missingRate,
        double baselineMissingRate,
        double unseenRate,
        double baselineUnseenRate) {

    static DriftField of(FieldDrift drift) {
        return new DriftField(
                drift.field(),
                drift.verdict(),
                drift.psi(),
                drift.ks(),
                drift.pValue(),
                drift.missingRate(),
                drift.baselineMissingRate(),
                drift.unseenRate(),
                drift.baselineUnseenRate());
    }
}
