package io.churnwatch.bench.spark;

import io.churnwatch.training.evaluate.Interval;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much a metric differs between two contenders on the same folds, with a 95 % interval. The training parts of folds overlap, so
 * that their values are not independent; the variance is corrected for that.
 *
 * @param mean over the folds
 * @see <a href="https://doi.org/10.1023/A:1024068626366">Nadeau and Bengio, Inference for the generalization error, Machine Learning
 *     2003</a>
 */
record FoldDifference(double mean, Interval interval) {
    /**
     * Compares fold by fold.
     *
     * @param folds into which the customers were dealt each time
     */
    static FoldDifference of(double[] first, double[] second, int folds) {
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        double mean = Arrays.stream(differences).average().orElse(Double.NaN);
        double variance = Arrays.stream(differences)
                        .map(difference -> Math.pow(difference - mean, 2))
                        .sum()
                / (differences.length - 1);
        double heldOutToTraining = 1.0 / (folds - 1);
        double error = Math.sqrt(variance * (1.0 / differences.length + heldOutToTraining));
        double reach = studentsT(differences.length - 1) * error;
        return new FoldDifference(mean, new Interval(mean - reach, mean + reach));
    }

    /** The 97.5 % quantile of Student's t. */
    static double studentsT(int degrees) {
        return new TDistribution(degrees).inverseCumulativeProbability(0.975);
    }
}
