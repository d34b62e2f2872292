package io.churnwatch.scoring.forest;

/**
 * Scores rows of one {@link PmmlForest} without allocating. Belongs to one thread: every thread takes its own from
 * {@link PmmlForest#scorer()}.
 */
public final class ForestScorer {
    private final FlatForest plain;
    private final SplitTests tests;
    private final ForestEngine engine;
    private final ForestEngine.Scratch scratch;
    private final int[] ranks;
    private final SplitKeys keys;

    ForestScorer(FlatForest plain, SplitTests tests, ForestEngine engine) {
        this.keys = new SplitKeys(tests);
        this.plain = plain;
        this.tests = tests;
        this.engine = engine;
        this.scratch = engine.newScratch();
        this.ranks = new int[tests.fields()];
    }

    /**
     * The probability of churn.
     *
     * @param row one double per input field of the model, in its order, as {@link PmmlForest#encode} writes it: a number, a
     *     category's code, or NaN for missing
     * @return in [0, 1]; NaN when some tree needs a value that is missing
     */
    public double score(double[] row) {
        return sum(row) / plain.size();
    }

    /** How many words a split key of this forest has. */
    public int keyWords() {
        return keys.words();
    }

    /**
     * Writes the row's split key: its position between all split points of the forest. Rows of equal keys have equal scores and
     * equal explanations, bit for bit, so neither needs to be computed again.
     *
     * @param row as for {@link #score}
     * @param key of {@link #keyWords} words
     */
    public void writeKey(double[] row, long[] key) {
        keys.write(row, key);
    }

    private double sum(double[] row) {
        for (int f = 0; f < ranks.length; f++) {
            double value = row[f];
            if (Double.isNaN(value)) {
                return plain.sum(row); // the engines know no missing values
            }
            ranks[f] = tests.rank(f, value);
        }
        return engine.sum(ranks, scratch);
    }
}
