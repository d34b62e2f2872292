package io.churnwatch.training.evaluate;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** A confidence interval of 95 %. */
public record Interval(double low, double high) {
    /** A standard normal variable lies within this with 95 %. */
    private static final double Z = 1.959963984540054;

    /** Returns the interval of a value with a normal error. */
    public static Interval around(double value, double standardError) {
        return new Interval(value - Z * standardError, value + Z * standardError);
    }

    /** Returns the percentiles of the values of resamples; NaN counts for none of them. */
    static Interval ofResamples(double[] values) {
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        return new Interval(percentile.evaluate(values, 2.5), percentile.evaluate(values, 97.5));
    }
}
