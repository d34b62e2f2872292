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

    /**
     * What a model came to, as a probability: nothing in PMML keeps a document's calibration within its bounds.
     *
     * @param score may be beyond a bound by what rounding makes
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

    /**
     * The probability of churn of a customer who was scored before, without the work where nothing that the model asks for
     * has changed.
     *
     * @param features as for {@link #score}
     * @param last what this very model said of the customer last; {@link KeyedScore#NONE} when it said nothing
     * @return the probability that {@link #score} returns, with the key to hand in next time
     * @throws NotScorableException as {@link #score}
     */
    default KeyedScore rescore(Features features, KeyedScore last) throws NotScorableException {
        return new KeyedScore(score(features), KeyedScore.NONE.key());
    }
}
