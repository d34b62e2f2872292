package io.churnwatch.training.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A new model beside another one on the same held-out customers. A champion may have learnt from some of them, which favours it.
 *
 * @param other its name
 * @param differences by metric
 */
public record PairedComparison(String other, Map<Metric, Difference> differences) {
    /**
     * How two models differ in a metric.
     *
     * @param other the other model's value
     * @param difference the new model's minus that
     * @param interval of the difference: for the ROC AUC {@link DeLong}'s, else a {@link Bootstrap}'s; one without 0 is more than
     *     chance
     */
    public record Difference(double other, double difference, Interval interval) {}

    /** Compares the scores of both models for the same customers in the same order. */
    public static PairedComparison of(String other, List<ScoredCustomer> newScores, List<ScoredCustomer> otherScores) {
        Map<Metric, Difference> differences = new EnumMap<>(Metric.class);
        Arrays.stream(Metric.values())
                .forEach(metric -> differences.put(metric, difference(metric, newScores, otherScores)));
        return new PairedComparison(other, differences);
    }

    /** By how much the ROC AUC differs. */
    public String summary() {
        Difference rocAuc = differences.get(Metric.ROC_AUC);
        if (rocAuc == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%+.4f against %s (%+.4f to %+.4f)",
                rocAuc.difference,
                other,
                rocAuc.interval.low(),
                rocAuc.interval.high());
    }

    private static Difference difference(
            Metric metric, List<ScoredCustomer> newScores, List<ScoredCustomer> otherScores) {
        double value = metric.of(otherScores);
        Interval interval = metric == Metric.ROC_AUC
                ? DeLong.ofDifference(newScores, otherScores)
                : Bootstrap.DEFAULT.ofDifference(metric, newScores, otherScores);
        return new Difference(value, metric.of(newScores) - value, interval);
    }
}
