package io.churnwatch.training.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares the ROC AUC of two models on the same customers. For each customer it takes the share of those of the other outcome
 * that a model puts on the right side of them; the AUC is the mean of these shares, and their covariances tell its error.
 *
 * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson, Comparing the areas under two or more
 *     correlated receiver operating characteristic curves, Biometrics 1988</a>
 * @see <a href="https://doi.org/10.1109/LSP.2014.2337313">Sun and Xu, Fast implementation of DeLong's algorithm, 2014, on
 *     computing the shares by ranks</a>
 */
final class DeLong {
    /** By how much the AUC of the first scores is greater than that of the second, which are of the same customers. */
    static Interval ofDifference(List<ScoredCustomer> first, List<ScoredCustomer> second) {
        double[] one = shares(first);
        double[] other = shares(second);
        double[] differences = new double[one.length];
        Arrays.setAll(differences, i -> one[i] - other[i]);
        double[] exited = ofOutcome(differences, first, true);
        double[] stayed = ofOutcome(differences, first, false);
        double standardError = Math.sqrt(variance(exited) / exited.length + variance(stayed) / stayed.length);
        return Interval.around(mean(exited), standardError);
    }

    /** For each customer the share of those of the other outcome on the right side; equal scores count half. */
    private static double[] shares(List<ScoredCustomer> customers) {
        double[] all = ranks(customers);
        double[] exited =
                ranks(customers.stream().filter(ScoredCustomer::exited).toList());
        double[] stayed =
                ranks(customers.stream().filter(customer -> !customer.exited()).toList());
        double[] shares = new double[customers.size()];
        int nextExited = 0;
        int nextStayed = 0;
        for (int i = 0; i < shares.length; i++) {
            if (customers.get(i).exited()) {
                shares[i] = (all[i] - exited[nextExited++]) / stayed.length;
            } else {
                shares[i] = 1 - (all[i] - stayed[nextStayed++]) / exited.length;
            }
        }
        return shares;
    }

    /** The rank of each score from 1 up; equal scores share their mean rank. */
    private static double[] ranks(List<ScoredCustomer> customers) {
        Integer[] ascending = IntStream.range(0, customers.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> customers.get(i).probability()));
        double[] ranks = new double[ascending.length];
        int from = 0;
        while (from < ascending.length) {
            double probability = customers.get(ascending[from]).probability();
            int to = from;
            while (to < ascending.length && customers.get(ascending[to]).probability() == probability) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[ascending[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double[] ofOutcome(double[] values, List<ScoredCustomer> customers, boolean exited) {
        return IntStream.range(0, values.length)
                .filter(i -> customers.get(i).exited() == exited)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private DeLong() {}
}
