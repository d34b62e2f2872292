package io.churnwatch.scoring;

import java.util.List;

/** Scores customers: features in, probability of churn out. Immutable and thread-safe. */
public interface ChurnModel {
    /** The fields that the model looks at, in its own order. Immutable. */
    List<InputField> inputFields();

    /**
     * The probability of churn.
     *
     * @param features are asked for the {@link #inputFields} only
     * @return a probability in [0, 1]
     * @throws NotScorableException when the model needs a value that the features lack, or refuses one that they have
     */
    double score(Features features) throws NotScorableException;
}
