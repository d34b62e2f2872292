package io.churnwatch.scoring;

import java.util.List;

/**
 * A field that a model uses.
 *
 * @param name as the model writes it; matched to features in any spelling
 * @param kind number or category
 * @param categories the values known from training, in the model's order; empty for a number
 */
public record InputField(String name, Kind kind, List<String> categories) {
    /** What a field holds. */
    public enum Kind {
        /** A number, which trees compare with thresholds. */
        NUMBER,
        /** One of several values without order. */
        CATEGORY
    }

    public InputField {
        categories = List.copyOf(categories);
    }
}
