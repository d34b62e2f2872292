package io.churnwatch.training.quality;

import io.churnwatch.training.evaluate.Interval;
import java.util.Arrays;

/**
 * How much a metric differs between two contenders on the same folds, with a 95 % interval. The training parts of folds overlap, so
 * that their values are not independent; the variance is corrected for that.
 *
 * @param mean over the folds
 * @see <a href="https://doi.org/10.1023/A:1024068626366">Nadeau and Bengio, Inference for the generalization error, Machine Learning
 *     2003</a>
 */
record FoldDifference(double mean, Interval interval) {
    private static final double Z = 1.959963984540054;

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

    /**
     * The 97.5 % quantile of Student's t, by Cornish and Fisher's expansion around that of the normal distribution: to 0.0001 from
     * ten degrees on.
     *
     * @see <a href="https://personal.math.ubc.ca/~cbm/aands/page_949.htm">Abramowitz and Stegun, Handbook of Mathematical
     *     Functions, 26.7.5</a>
     */
    static double studentsT(int degrees) {
        double z3 = Math.pow(Z, 3);
        double z5 = Math.pow(Z, 5);
        double z7 = Math.pow(Z, 7);
        return Z
                + (z3 + Z) / (4 * degrees)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * Math.pow(degrees, 2))
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * Math.pow(degrees, 3));
    }
}
