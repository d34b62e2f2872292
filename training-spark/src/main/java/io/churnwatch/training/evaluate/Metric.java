package io.churnwatch.training.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A measure of the quality of scores. */
public enum Metric {
    ROC_AUC("ROC AUC", true),
    PR_AUC("PR AUC", true),
    BRIER("Brier", false),
    LOG_LOSS("Log loss", false);

    private final String label;
    private final boolean higherIsBetter;

    Metric(String label, boolean higherIsBetter) {
        this.label = label;
        this.higherIsBetter = higherIsBetter;
    }

    /** Returns the name in JSON. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name that people know it by. */
    public String label() {
        return label;
    }

    /** Whether one value is better than another. */
    public boolean isBetter(double one, double other) {
        return higherIsBetter ? one > other : one < other;
    }

    /** Of these customers, each of whom counts once. */
    public double of(List<ScoredCustomer> customers) {
        return on(customers).of(new Ranking(customers).once());
    }

    /** Of these customers with weights, for resampling. */
    Weighted on(List<ScoredCustomer> customers) {
        return switch (this) {
            case ROC_AUC -> new Ranking(customers)::rocAuc;
            case PR_AUC -> new Ranking(customers)::prAuc;
            case BRIER -> meanOf(customers, Calibration::squaredError);
            case LOG_LOSS -> meanOf(customers, Calibration::logError);
        };
    }

    private static Weighted meanOf(List<ScoredCustomer> customers, ToDoubleFunction<ScoredCustomer> loss) {
        double[] losses = customers.stream().mapToDouble(loss).toArray();
        return weights -> {
            double sum = 0;
            double customerCount = 0;
            for (int i = 0; i < losses.length; i++) {
                sum += weights[i] * losses[i];
                customerCount += weights[i];
            }
            return sum / customerCount;
        };
    }

    /** A metric in which each customer counts as often as their weight. */
    @FunctionalInterface
    interface Weighted {
        double of(int[] weights);
    }
}
