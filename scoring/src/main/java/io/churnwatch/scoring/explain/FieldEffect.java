package io.churnwatch.scoring.explain;

import java.util.List;

/**
 * What a model says of one field alone: the values around a customer's that push the risk to the same side, and the mean score of
 * the training records, had they all had such a value.
 *
 * @param above the values lie above it; −∞ when there is no lower end; for a category meaningless
 * @param upTo the values lie at or below it; +∞ when there is no upper end; for a category meaningless
 * @param categories the values, for a category; empty for a number
 * @param probability the mean score with such a value
 * @param average the mean score of all training records
 */
public record FieldEffect(double above, double upTo, List<String> categories, double probability, double average) {
    public FieldEffect {
        categories = List.copyOf(categories);
    }
}
