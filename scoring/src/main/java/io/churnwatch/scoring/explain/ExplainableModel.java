package io.churnwatch.scoring.explain;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import java.util.Optional;

/** A model that can say how much each input field contributes to a score. Immutable and thread-safe. */
public interface ExplainableModel extends ChurnModel {
    /** Whether scores can be explained: not when the model does not say how many training records came to its leaves. */
    default boolean isExplainable() {
        return true;
    }

    /**
     * Explains the score of these features.
     *
     * @throws UnsupportedOperationException when the model is not {@link #isExplainable}
     * @throws NotScorableException when a value is unknown that some tree asks for, or the model refuses one
     */
    Explanation explain(Features features) throws NotScorableException;

    /**
     * What the model says of one field's value alone.
     *
     * @param field one of {@link #inputFields}
     * @return empty when the field is not the model's or its value is unknown
     */
    Optional<FieldEffect> effect(String field, Features features) throws NotScorableException;
}
