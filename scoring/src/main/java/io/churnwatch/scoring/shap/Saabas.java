package io.churnwatch.scoring.shap;

import java.util.Arrays;

/**
 * Saabas' contributions: at every split on a row's path the mean of the training records changes, and the change is credited to the
 * player that is asked. They cost one walk per tree and add up to the score as {@link TreeShap}'s do, but only approximate Shapley's rule:
 * what players do together is credited to those asked last. Immutable and thread-safe.
 *
 * @see <a href="http://blog.datadive.net/interpreting-random-forests/">Saabas, Interpreting random forests, 2014; in Python as
 *     treeinterpreter</a>
 */
final class Saabas {
    private final ShapTrees trees;
    private final double[] mean; // by node: of the records that come by
    private final double base;

    Saabas(ShapTrees trees) {
        this.trees = trees;
        this.mean = new double[trees.nodes()];
        double sum = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            sum += visit(trees.root(tree));
        }
        this.base = sum / trees.size();
    }

    /** The mean of the trees over the training records: contributions add up from here. */
    double base() {
        return base;
    }

    /**
     * Writes the approximate contribution of every player; with {@link #base()} they add up to the mean of the trees.
     *
     * @param goesRight by test: 1 where the row goes right, 0 where it goes left
     * @param contributions one per player
     */
    void explain(byte[] goesRight, double[] contributions) {
        Arrays.fill(contributions, 0);
        for (int tree = 0; tree < trees.size(); tree++) {
            walk(trees.root(tree), goesRight, contributions);
        }
        for (int player = 0; player < contributions.length; player++) {
            contributions[player] /= trees.size();
        }
    }

    private void walk(int root, byte[] goesRight, double[] contributions) {
        int node = root;
        while (!trees.isLeaf(node)) {
            int child = goesRight[trees.test(node)] == 0 ? trees.left(node) : trees.right(node);
            contributions[trees.player(node)] += mean[child] - mean[node];
            node = child;
        }
    }

    private double visit(int node) {
        if (trees.isLeaf(node)) {
            mean[node] = trees.value(node);
        } else {
            int left = trees.left(node);
            int right = trees.right(node);
            mean[node] = trees.share(node, left) * visit(left) + trees.share(node, right) * visit(right);
        }
        return mean[node];
    }
}
