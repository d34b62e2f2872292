package io.churnwatch.bench.scoring.contender;

import io.churnwatch.scoring.forest.ForestScorer;
import java.util.Arrays;

/**
 * Scores customers as a caller does that keeps the last split key and score of each: a row of the same key is not scored again.
 * Belongs to one thread; allocates nothing per row.
 */
public final class KeptScores {
    private final ForestScorer scorer;
    private final long[][] keys;
    private final double[] scores;

    /** Nothing is kept yet of so many customers: their scores are NaN. */
    public KeptScores(ForestScorer scorer, int customers) {
        this.scorer = scorer;
        this.keys = new long[customers][scorer.keyLength()];
        this.scores = new double[customers];
        Arrays.fill(scores, Double.NaN);
    }

    /** The score of the customer's new row. */
    public double score(int customer, double[] row) {
        scores[customer] = scorer.rescore(row, keys[customer], scores[customer]);
        return scores[customer];
    }
}
