package io.churnwatch.scoring.explain;

import java.util.List;

/**
 * The effect of one field alone: the values around a customer's that push the risk to the same side, and the mean score of
 * the training records, had they all had such a value: a point of a partial dependence, by the records that the trees counted.
 *
 * @param above the values lie above it; −∞ when there is no lower end; for a category meaningless
 * @param upTo the values lie at or below it; +∞ when there is no upper end; for a category meaningless
 * @param categories the values, for a category; empty for a number
 * @param probability the mean score with such a value
 * @param average the mean score of all training records, a probability as well
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman, Greedy function approximation: a gradient boosting machine, Annals of
 *     Statistics 2001, section 8.2</a>
 */
public record FieldEffect(double above, double upTo, List<String> categories, double probability, double average) {
    public FieldEffect {
        categories = List.copyOf(categories);
    }
}
