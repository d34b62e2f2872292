package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * Exact path-dependent TreeSHAP of a forest: how much each input field moves the score of a row away from the mean score of
 * the training records, shared out by Shapley's rule. Immutable and thread-safe; {@link #explainer()} gives each thread its own
 * scratch.
 *
 * <p>For a leaf of value v, the field j contributes v (o − z) ∫₀¹ ∏ (t o + (1 − t) z) dt over the path's other fields, where o says
 * whether the row agrees with all of the path's splits on a field, and z is the share of training records that do. The integrand
 * is a polynomial of a degree below the number of fields on the path, so Gauss–Legendre quadrature with half as many points is
 * exact, and all points travel down and up the tree together: every node is visited once.
 *
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., From local explanations to global understanding with
 *     explainable AI for trees, Nature Machine Intelligence 2020</a>
 */
final class TreeShap {
    private final FlatForest forest;
    private final SplitTests tests;
    private final int depthMax;
    private final double[] points; // where the polynomial is looked at
    private final double[] weights;
    private final double base;

    // By node, for the edge that leads to it:
    private final double[] share; // z after it, of all splits of its field on the path
    private final double[] inverse; // 1 / (t + (1 − t) z), by point

    TreeShap(FlatForest forest, SplitTests tests) {
        this.forest = forest;
        this.tests = tests;
        this.depthMax = depthMax(forest);
        GaussLegendre rule = GaussLegendre.ofPoints((Math.min(tests.fields(), Math.max(1, depthMax)) + 1) / 2);
        this.points = rule.points();
        this.weights = rule.weights();
        this.share = new double[forest.nodes()];
        this.inverse = new double[forest.nodes() * points.length];
        this.base = prepare();
    }

    /** The mean score of the training records: contributions add up from here. */
    double base() {
        return base;
    }

    Explainer explainer() {
        return new Explainer();
    }

    /** Explains rows for one thread, without allocating. */
    final class Explainer {
        private final int[] ranks = new int[tests.fields()];
        private final double[] products = new double[(depthMax + 1) * points.length];
        private final double[] sums = new double[(depthMax + 1) * points.length];
        private final int[] last = new int[tests.fields()];
        private final boolean[] agrees = new boolean[tests.fields()];

        /**
         * Writes the contribution of every field; with {@link #base()} they add up to the score.
         *
         * @param row one double per input field, none of them missing
         * @param contributions one per input field, in probability points
         */
        void explain(double[] row, double[] contributions) {
            for (int f = 0; f < ranks.length; f++) {
                ranks[f] = tests.rank(f, row[f]);
            }
            Arrays.fill(contributions, 0);
            Arrays.fill(last, -1);
            Arrays.fill(agrees, true);
            Arrays.fill(products, 0, points.length, 1);
            for (int tree = 0; tree < forest.size(); tree++) {
                descend(forest.root(tree), 0, contributions);
            }
            for (int f = 0; f < contributions.length; f++) {
                contributions[f] /= forest.size();
            }
        }

        /** Leaves at {@code sums[at…]} the sum over the leaves below of value × product, by point. */
        private void descend(int node, int at, double[] contributions) {
            if (forest.isLeaf(node)) {
                double value = forest.value(node);
                for (int k = 0; k < points.length; k++) {
                    sums[at + k] = value * products[at + k];
                }
                return;
            }
            int field = forest.field(node);
            boolean goesRight = tests.fails(forest, node, ranks[field]);
            Arrays.fill(sums, at, at + points.length, 0);
            follow(forest.left(node), field, !goesRight, at, contributions);
            follow(forest.right(node), field, goesRight, at, contributions);
        }

        private void follow(int child, int field, boolean hot, int at, double[] contributions) {
            int before = last[field];
            boolean agreed = agrees[field];
            int below = at + points.length;
            double share = TreeShap.this.share[child];
            if (!agreed) {
                double ratio = share / TreeShap.this.share[before];
                for (int k = 0; k < points.length; k++) {
                    products[below + k] = products[at + k] * ratio;
                }
            } else {
                for (int k = 0; k < points.length; k++) {
                    double factor = (1 - points[k]) * share + (hot ? points[k] : 0);
                    products[below + k] = products[at + k] * factor * inverseOf(before, k);
                }
            }
            last[field] = child;
            agrees[field] = agreed && hot;
            descend(child, below, contributions);
            agrees[field] = agreed;
            last[field] = before;

            if (agreed) {
                contributions[field] += weigh(child, before, share, hot, below);
            }
            for (int k = 0; k < points.length; k++) {
                sums[at + k] += sums[below + k];
            }
        }

        /** What the field's step from its state before to its state after this edge adds. */
        private double weigh(int child, int before, double share, boolean hot, int below) {
            double added = 0;
            for (int k = 0; k < points.length; k++) {
                double after = hot ? (1 - share) * inverseOf(child, k) : -1 / (1 - points[k]);
                double sofar = before < 0 ? 0 : (1 - TreeShap.this.share[before]) * inverseOf(before, k);
                added += weights[k] * (after - sofar) * sums[below + k];
            }
            return added;
        }
    }

    private double inverseOf(int node, int point) {
        return node < 0 ? 1 : inverse[node * points.length + point];
    }

    private double prepare() {
        int[] last = new int[tests.fields()];
        double sum = 0;
        for (int tree = 0; tree < forest.size(); tree++) {
            Arrays.fill(last, -1);
            sum += prepare(forest.root(tree), last) / forest.cover(forest.root(tree));
        }
        return sum / forest.size();
    }

    /** Prepares the edges below a node; returns the sum of its records' values. */
    private double prepare(int node, int[] last) {
        if (forest.isLeaf(node)) {
            return forest.value(node) * forest.cover(node);
        }
        return prepareEdge(node, forest.left(node), last) + prepareEdge(node, forest.right(node), last);
    }

    private double prepareEdge(int parent, int child, int[] last) {
        int field = forest.field(parent);
        int before = last[field];
        share[child] = (before < 0 ? 1 : share[before]) * forest.cover(child) / forest.cover(parent);
        for (int k = 0; k < points.length; k++) {
            inverse[child * points.length + k] = 1 / (points[k] + (1 - points[k]) * share[child]);
        }
        last[field] = child;
        double sum = prepare(child, last);
        last[field] = before;
        return sum;
    }

    private static int depthMax(FlatForest forest) {
        int depth = 0;
        for (int tree = 0; tree < forest.size(); tree++) {
            depth = Math.max(depth, forest.depth(forest.root(tree)));
        }
        return depth;
    }
}
