package io.churnwatch.scoring;

import java.util.List;

/** Scores customers: features in, probability of churn out. Immutable and thread-safe. */
public interface ChurnModel {
    /** The fields that the model uses, in its own order. Immutable. */
    List<InputField> inputFields();

    /**
     * The probability of churn.
     *
     * @param features only the {@link #inputFields} are read
     * @return a probability in [0, 1]
     * @throws NotScorableException when the model needs a value that the features lack, or rejects one of theirs
     */
    double score(Features features) throws NotScorableException;

    /**
     * Checks that a score is a probability: nothing in PMML keeps a document's calibration within bounds.
     *
     * @param score may exceed a bound by a rounding error
     * @throws NotScorableException when it lies outside of [0, 1]
     */
    static double requireProbability(double score) throws NotScorableException {
        if (score >= 0 && score <= 1) {
            return score;
        }
        double rounding = 1e-9;
        if (score > -rounding && score < 1 + rounding) {
            return score < 0 ? 0 : 1;
        }
        throw new NotScorableException("", "The model came to " + score + ", which is no probability");
    }
}
