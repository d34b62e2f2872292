package io.churnwatch.scoring.explain;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that computes each input field's contribution to a score. Immutable and thread-safe. */
public interface ExplainableModel extends ChurnModel {
    /**
     * Why scores cannot be explained, as the end of a sentence; mostly because the model has no counts of the training records that
     * reached its leaves.
     *
     * @return empty when they can be
     */
    default Optional<String> whyNotExplainable() {
        return Optional.empty();
    }

    /**
     * Explains the score of these features.
     *
     * @return contributions in probability, one for each of {@link #inputFields}
     * @throws UnsupportedOperationException when there is a reason {@link #whyNotExplainable}
     * @throws NotScorableException when a value that some tree tests is unknown, or the model rejects one
     */
    Explanation explain(Features features) throws NotScorableException;

    /**
     * Explains many scores, at a fraction of the cost of one after the other. One explanation does not depend on the others, to the last
     * digit, but it may differ from {@link #explain} by rounding.
     *
     * @return one for each of the features, in their order
     * @throws UnsupportedOperationException when there is a reason {@link #whyNotExplainable}
     * @throws NotScorableException as {@link #explain}, when that is so for any of them
     */
    default List<Explanation> explainAll(List<Features> customers) throws NotScorableException {
        List<Explanation> explanations = new ArrayList<>(customers.size());
        for (Features features : customers) {
            explanations.add(explain(features));
        }
        return explanations;
    }

    /**
     * The effect of one field's value alone.
     *
     * @param field one of {@link #inputFields}
     * @return empty when the field is not the model's, its value is unknown, or the model knows it only in combination with others
     * @throws UnsupportedOperationException when there is a reason {@link #whyNotExplainable}
     * @throws NotScorableException when the model refuses the value
     */
    Optional<FieldEffect> effect(String field, Features features) throws NotScorableException;
}
