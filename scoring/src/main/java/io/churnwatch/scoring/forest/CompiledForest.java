package io.churnwatch.scoring.forest;

import org.jspecify.annotations.Nullable;

/** An {@link Ensemble} with the engine that its shape asks for. Immutable and thread-safe. */
final class CompiledForest {
    private final Ensemble ensemble;
    private final SplitTests tests;
    private final SplitKeys keys;
    private final ForestEngine engine;
    private final @Nullable ForestEngine opposite;

    CompiledForest(Ensemble ensemble) {
        this.ensemble = ensemble;
        this.tests = new SplitTests(ensemble.trees());
        this.keys = new SplitKeys(tests);
        this.engine = engine(ensemble.trees());
        this.opposite = ensemble.opposite() == null ? null : engine(ensemble.opposite());
    }

    Columns columns() {
        return ensemble.columns();
    }

    FlatForest trees() {
        return ensemble.trees();
    }

    SplitTests tests() {
        return tests;
    }

    SplitKeys keys() {
        return keys;
    }

    Ensemble ensemble() {
        return ensemble;
    }

    ForestEngine.Scratch newScratch() {
        return engine.newScratch();
    }

    /** @param ranks by axis, as {@link SplitTests#writeRanks} writes them */
    double score(int[] ranks, ForestEngine.Scratch scratch) {
        double sum = engine.sum(ranks, scratch);
        return probability(sum, opposite == null ? 0 : opposite.sum(ranks, scratch));
    }

    /** Node by node, for rows that lack a value which the engine cannot do without. */
    double scoreByWalking(double[] row) {
        FlatForest others = ensemble.opposite();
        return probability(sum(ensemble.trees(), row), others == null ? 0 : sum(others, row));
    }

    /** What the sum over the trees makes. */
    private double probability(double sum, double others) {
        if (Double.isNaN(sum)) {
            return sum;
        }
        double mean = sum / (opposite == null ? ensemble.divisor() : sum + others);
        return ensemble.link().probability(mean);
    }

    private double sum(FlatForest trees, double[] row) {
        double sum = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            sum = ensemble.precision().round(sum + trees.leaf(tree, row)); // NaN once, NaN for ever
        }
        return sum;
    }

    /** Shallow trees by table, deeper ones by walking eight at a time; what fits neither is walked plainly. */
    private ForestEngine engine(FlatForest trees) {
        if (!trees.isTree() || tests.axes() == 0) {
            return new WalkedForest(trees, tests, ensemble.precision());
        }
        int leavesMax = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            leavesMax = Math.max(leavesMax, trees.leaves(trees.root(tree)));
        }
        if (leavesMax <= TabulatedForest.LEAVES_MAX && tests.ranks() * trees.size() <= TabulatedForest.WORDS_MAX) {
            return new TabulatedForest(trees, tests, ensemble.precision());
        }
        Gauges gauges = new Gauges(tests);
        boolean fits = gauges.size() < InterleavedForest.GAUGES_MAX && tests.ranks() < InterleavedForest.LIMIT_MAX;
        return fits
                ? new InterleavedForest(trees, tests, gauges, ensemble.precision())
                : new WalkedForest(trees, tests, ensemble.precision());
    }
}
