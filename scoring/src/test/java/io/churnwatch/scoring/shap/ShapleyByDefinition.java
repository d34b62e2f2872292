package io.churnwatch.scoring.shap;

/** Shapley's rule as it is written down: the mean over all subsets of what a player adds to them. */
final class ShapleyByDefinition {
    private final ShapTrees trees;
    private final byte[] goesRight;

    private ShapleyByDefinition(ShapTrees trees, byte[] goesRight) {
        this.trees = trees;
        this.goesRight = goesRight;
    }

    static double[] contributions(ShapTrees trees, byte[] goesRight) {
        return new ShapleyByDefinition(trees, goesRight).contributions();
    }

    private double[] contributions() {
        int players = trees.players();
        double[] worth = new double[1 << players];
        for (int subset = 0; subset < worth.length; subset++) {
            for (int tree = 0; tree < trees.size(); tree++) {
                worth[subset] += expected(trees.root(tree), subset) / trees.size();
            }
        }
        double[] contributions = new double[players];
        for (int p = 0; p < players; p++) {
            for (int subset = 0; subset < worth.length; subset++) {
                if ((subset >> p & 1) == 0) {
                    int size = Integer.bitCount(subset);
                    double weight = factorial(size) * factorial(players - size - 1) / factorial(players);
                    contributions[p] += weight * (worth[subset | 1 << p] - worth[subset]);
                }
            }
        }
        return contributions;
    }

    /** The expected leaf when only the players of the subset are known: both sides by their records where one is not. */
    private double expected(int node, int subset) {
        if (trees.isLeaf(node)) {
            return trees.value(node);
        }
        int left = trees.left(node);
        int right = trees.right(node);
        if ((subset >> trees.player(node) & 1) == 1) {
            return expected(goesRight[trees.test(node)] == 1 ? right : left, subset);
        }
        double records = trees.cover(left) + trees.cover(right);
        double share = records == 0 ? 0.5 : trees.cover(left) / records;
        return share * expected(left, subset) + (1 - share) * expected(right, subset);
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
