package io.churnwatch.drift;

/**
 * How far a field is from its baseline. Rates are in [0, 1].
 *
 * @param field a feature of the model, or {@code churn_probability} for its score
 * @param psi population stability index, from 0
 * @param ks statistic of Kolmogorov and Smirnov, in [0, 1]
 * @param pValue of that statistic
 * @param unseenRate categories that the training did not know, and numbers outside of all that it saw
 */
public record FieldDrift(
        String field,
        double psi,
        double ks,
        double pValue,
        double missingRate,
        double baselineMissingRate,
        double unseenRate,
        double baselineUnseenRate,
        DriftVerdict verdict) {}
