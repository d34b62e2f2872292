package io.churnwatch.training.evaluate;

import java.util.List;

/**
 * How good a model is on customers that it never saw.
 *
 * @param customers how many were scored
 * @param exited how many of them left
 * @param ece expected calibration error
 * @param accuracy at probability 0.5
 * @param confusion at the alert threshold
 */
public record Evaluation(
        int customers,
        int exited,
        double rocAuc,
        double prAuc,
        double brier,
        double logLoss,
        double ece,
        double accuracy,
        Confusion confusion) {
    private static final double EVEN = 0.5;

    public static Evaluation of(List<ScoredCustomer> customers, double alertThreshold) {
        return new Evaluation(
                customers.size(),
                (int) customers.stream().filter(ScoredCustomer::exited).count(),
                Metric.ROC_AUC.of(customers),
                Metric.PR_AUC.of(customers),
                Metric.BRIER.of(customers),
                Metric.LOG_LOSS.of(customers),
                Calibration.expectedError(customers),
                Confusion.at(EVEN, customers).accuracy(),
                Confusion.at(alertThreshold, customers));
    }

    /** One of its numbers. */
    public double value(Metric metric) {
        return switch (metric) {
            case ROC_AUC -> rocAuc;
            case PR_AUC -> prAuc;
            case BRIER -> brier;
            case LOG_LOSS -> logLoss;
        };
    }
}
