package io.churnwatch.bench.scoring.contender;

/** What anyone would write first: every tree is walked from its root, one comparison after the other. Thread-safe. */
public final class NaiveWalk {
    private final PlainTrees trees;

    public NaiveWalk(PlainTrees trees) {
        this.trees = trees;
    }

    /** The probability of churn of a row that {@link PlainTrees#encode} wrote. */
    public double score(double[] row) {
        double sum = 0;
        for (int root : trees.roots) {
            int node = root;
            while (!trees.isLeaf(node)) {
                node = trees.goesLeft(node, row) ? trees.left[node] : trees.right[node];
            }
            sum += trees.value[node];
        }
        return sum / trees.roots.length;
    }
}
