package io.churnwatch.scoring.forest;

import org.jspecify.annotations.Nullable;

/** An {@link Ensemble} with the engine that suits its shape. Immutable and thread-safe. */
public final class CompiledForest {
    private final ForestColumns columns;
    private final Ensemble ensemble;
    private final SplitTests tests;
    private final ForestEngine engine;
    private final @Nullable ForestEngine others; // of a ballot

    /**
     * Compiles a forest.
     *
     * @param columns that its trees test
     */
    public CompiledForest(ForestColumns columns, Ensemble ensemble) {
        this.columns = columns;
        this.ensemble = ensemble;
        this.tests = new SplitTests(ensemble.trees());
        this.engine = engine(ensemble.trees());
        this.others =
                ensemble.ballot() == null ? null : engine(ensemble.ballot().others());
    }

    public ForestColumns columns() {
        return columns;
    }

    public FlatForest trees() {
        return ensemble.trees();
    }

    public SplitTests tests() {
        return tests;
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    ForestEngine.Scratch newScratch() {
        return engine.newScratch();
    }

    /**
     * The probability of a row that the engine takes.
     *
     * @param ranks by axis, as {@link SplitTests#writeRanks} writes them
     * @return NaN when a tree has no prediction
     */
    double score(int[] ranks, ForestEngine.Scratch scratch) {
        double sum = engine.sum(ranks, scratch);
        Ensemble.Ballot ballot = ensemble.ballot();
        if (ballot == null || others == null || Double.isNaN(sum)) {
            return probability(sum / ensemble.divisor());
        }
        return probability(ballot.share(sum, others.sum(ranks, scratch), 0));
    }

    /** Whether scoring several rows together is faster than one by one; never for weighted votes. */
    boolean gainsByRows() {
        return ensemble.ballot() == null && engine.gainsByRows();
    }

    /**
     * The probabilities of rows that the engine takes.
     *
     * @param ranks by row and axis
     * @param probabilities written, NaN where a tree has no prediction
     */
    void score(int[][] ranks, int rows, double[] probabilities, ForestEngine.Scratch scratch) {
        engine.sums(ranks, rows, probabilities, scratch);
        for (int row = 0; row < rows; row++) {
            probabilities[row] = probability(probabilities[row] / ensemble.divisor());
        }
    }

    /** Whether trees without a prediction abstain: then a row without a score has to be walked node by node. */
    boolean mayAbstain() {
        return ensemble.ballot() != null && ensemble.ballot().mayAbstain();
    }

    /**
     * The probability of any row, node by node.
     *
     * @param row one double per column
     * @return NaN when there is no prediction
     */
    double scoreByWalking(double[] row) {
        FlatForest trees = ensemble.trees();
        Ensemble.Ballot ballot = ensemble.ballot();
        double sum = 0;
        double others = 0;
        double abstained = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            double leaf = trees.leaf(tree, row);
            if (ballot != null && ballot.mayAbstain() && Double.isNaN(leaf)) {
                abstained += ballot.weights()[tree];
                continue;
            }
            sum = ensemble.precision().round(sum + leaf); // NaN stays NaN
            others += ballot == null ? 0 : ballot.others().leaf(tree, row);
        }
        return probability(ballot == null ? sum / ensemble.divisor() : ballot.share(sum, others, abstained));
    }

    private double probability(double mean) {
        return Double.isNaN(mean) ? mean : ensemble.link().probability(mean);
    }

    /** Small trees by table, others eight at a time in packed nodes; what fits neither is walked node by node. */
    private ForestEngine engine(FlatForest trees) {
        if (!trees.isTree() || tests.axes() == 0) {
            return new WalkedForest(trees, tests, ensemble.precision());
        }
        if (trees.leavesMax() <= TabulatedForest.LEAVES_MAX
                && tests.ranks() * trees.size() <= TabulatedForest.WORDS_MAX) {
            return new TabulatedForest(trees, tests, ensemble.precision());
        }
        NodeLayout layout = new NodeLayout(trees);
        Comparands comparands = new Comparands(tests);
        return PackedForest.fits(trees, layout, comparands)
                ? new PackedForest(trees, layout, comparands, ensemble.precision())
                : new WalkedForest(trees, tests, ensemble.precision());
    }
}
