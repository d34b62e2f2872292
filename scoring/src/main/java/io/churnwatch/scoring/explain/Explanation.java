package io.churnwatch.scoring.explain;

import java.util.Map;

/**
 * A score, taken apart: base + Σ contributions = probability, to 1e-9.
 *
 * @param base the mean score of the training records, a probability
 * @param probability of these features
 * @param contributions in probability by the name of the input field, in the model's order; positive raises the risk; exactly 0
 *     for a field that no tree asks for
 */
public record Explanation(double base, double probability, Map<String, Double> contributions) {
    public double contribution(String field) {
        return contributions.getOrDefault(field, 0.0);
    }
}
