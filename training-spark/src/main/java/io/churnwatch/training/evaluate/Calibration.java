package io.churnwatch.training.evaluate;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How well probabilities agree with what happened. Lower is better for all errors. */
public final class Calibration {
    private static final int BINS = 10;

    /** A certain and wrong score would make the logarithm infinite. */
    private static final double CERTAIN = 1e-15;

    /** The squared difference between probability and outcome, whose mean is the Brier score. */
    static double squaredError(ScoredCustomer customer) {
        double difference = customer.probability() - outcome(customer);
        return difference * difference;
    }

    /** −ln(probability given to what happened), whose mean is the log loss. */
    static double logError(ScoredCustomer customer) {
        double given = customer.exited() ? customer.probability() : 1 - customer.probability();
        return -Math.log(Math.min(1, Math.max(CERTAIN, given)));
    }

    /** Expected calibration error: |mean probability − share who left| over ten equal bins, weighted by their size. */
    static double expectedError(List<ScoredCustomer> customers) {
        double error = bins(customers).stream()
                .mapToDouble(bin -> bin.customers() * Math.abs(bin.meanProbability() - bin.shareExited()))
                .sum();
        return error / customers.size();
    }

    /** Returns the mean probability and the share who left, for each of ten equal bins of probability that has customers. */
    public static List<Bin> bins(List<ScoredCustomer> customers) {
        return customers.stream()
                .collect(Collectors.groupingBy(Calibration::bin, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(bin ->
                        new Bin(bin.size(), mean(bin, ScoredCustomer::probability), mean(bin, Calibration::outcome)))
                .toList();
    }

    /** Customers of about the same score. */
    public record Bin(int customers, double meanProbability, double shareExited) {}

    private static int bin(ScoredCustomer customer) {
        return Math.min(BINS - 1, (int) (customer.probability() * BINS));
    }

    private static double outcome(ScoredCustomer customer) {
        return customer.exited() ? 1 : 0;
    }

    private static double mean(List<ScoredCustomer> customers, ToDoubleFunction<ScoredCustomer> value) {
        return customers.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private Calibration() {}
}
