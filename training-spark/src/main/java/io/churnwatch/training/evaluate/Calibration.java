package io.churnwatch.training.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How well probabilities agree with what happened. Lower is better for all of them. */
final class Calibration {
    private static final int BINS = 10;

    /** A certain and wrong score would make the logarithm infinite. */
    private static final double CERTAIN = 1e-15;

    /** Mean squared difference between probability and outcome. */
    static double brier(List<ScoredCustomer> customers) {
        return mean(customers, customer -> Math.pow(customer.probability() - outcome(customer), 2));
    }

    /** Mean of −ln(probability given to what happened). */
    static double logLoss(List<ScoredCustomer> customers) {
        return mean(customers, customer -> {
            double given = customer.exited() ? customer.probability() : 1 - customer.probability();
            return -Math.log(Math.min(1, Math.max(CERTAIN, given)));
        });
    }

    /** Expected calibration error: |mean probability − share who left| over ten equal bins, weighted by their size. */
    static double expectedError(List<ScoredCustomer> customers) {
        Collection<List<ScoredCustomer>> bins = customers.stream()
                .collect(Collectors.groupingBy(Calibration::bin))
                .values();
        double error = bins.stream()
                .mapToDouble(bin ->
                        bin.size() * Math.abs(mean(bin, ScoredCustomer::probability) - mean(bin, Calibration::outcome)))
                .sum();
        return error / customers.size();
    }

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
