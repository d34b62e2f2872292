package io.churnwatch.scoring.forest;

/** Trees of any size and number of tests, walked node by node: for forests that no faster engine takes. */
final class WalkedForest implements ForestEngine {
    private final FlatForest forest;
    private final SplitTests tests;
    private final Precision precision;

    WalkedForest(FlatForest forest, SplitTests tests, Precision precision) {
        this.forest = forest;
        this.tests = tests;
        this.precision = precision;
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        double sum = 0;
        for (int tree = 0; tree < forest.size(); tree++) {
            int node = forest.root(tree);
            while (!forest.isLeaf(node)) {
                int test = forest.test(node);
                node = tests.goesRight(test, ranks[tests.axis(test)]) ? forest.right(node) : forest.left(node);
            }
            sum = precision.round(sum + forest.value(node));
        }
        return sum;
    }

    @Override
    public Scratch newScratch() {
        return Scratch.empty();
    }
}
