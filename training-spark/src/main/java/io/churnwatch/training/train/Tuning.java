package io.churnwatch.training.train;

import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.List;

/**
 * The result of a cross-validation of several shapes on the training customers.
 *
 * @param metric by which they were compared
 * @param candidates in the order in which they were tried
 */
public record Tuning(Metric metric, List<Candidate> candidates) {
    public Tuning {
        candidates = List.copyOf(candidates);
    }

    /** Returns the best candidate, of equal ones the first. */
    public Candidate best() {
        Candidate best = candidates.get(0);
        for (Candidate candidate : candidates) {
            best = metric.isBetter(candidate.mean(), best.mean()) ? candidate : best;
        }
        return best;
    }

    /** Returns the same without the scores of the customers. */
    public TuningReport report() {
        return TuningReport.of(this);
    }

    /**
     * A shape with its scores.
     *
     * @param parameters its shape
     * @param values of the metric in each fold, on the customers held out there
     * @param heldOut the scores of each fold by the model that was not fitted to it
     */
    public record Candidate(TreeParameters parameters, List<Double> values, List<List<ScoredCustomer>> heldOut) {
        public Candidate {
            values = List.copyOf(values);
            heldOut = List.copyOf(heldOut);
        }

        public double mean() {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }
    }
}
