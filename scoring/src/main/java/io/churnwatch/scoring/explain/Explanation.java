package io.churnwatch.scoring.explain;

import java.util.Map;

/**
 * A score, taken apart: base + Σ contributions = probability, to 1e-9.
 *
 * @param base the mean score of the training records, a probability; of a model with a link between its trees' sum and the probability,
 *     what the link makes of the mean sum
 * @param probability of these features
 * @param contributions in probability by the name of the input field, in the model's order; positive raises the risk; exactly 0
 *     for a field that no tree tests
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., From local explanations to global understanding with
 *     explainable AI for trees, Nature Machine Intelligence 2020</a>
 */
public record Explanation(double base, double probability, Map<String, Double> contributions) {
    /** The contribution of a field in probability; 0 for one that the model does not have. */
    public double contribution(String field) {
        return contributions.getOrDefault(field, 0.0);
    }
}
