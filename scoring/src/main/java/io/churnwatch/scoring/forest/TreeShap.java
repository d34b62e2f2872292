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
 * exact. The points are independent of each other: {@link ShapPass} takes five at a time down and up each tree, visiting every
 * node once, where the textbook extends and unwinds a path at each.
 *
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., From local explanations to global understanding with
 *     explainable AI for trees, Nature Machine Intelligence 2020</a>
 */
final class TreeShap {
    private final FlatForest forest;
    private final SplitTests tests;
    private final Players players;
    private final double[] share; // z after the edge to a node, of all splits of its field on the path
    private final double base;
    private final GaussLegendre rule;

    TreeShap(FlatForest forest, SplitTests tests, Players players) {
        this.forest = forest;
        this.tests = tests;
        this.players = players;
        this.share = new double[forest.nodes()];
        this.base = prepare();
        int fieldsMax = Math.min(players.size(), Math.max(1, depthMax(forest)));
        this.rule = GaussLegendre.ofPoints((fieldsMax + 1) / 2);
    }

    /** The mean score of the training records: contributions add up from here. */
    double base() {
        return base;
    }

    Explainer explainer() {
        return new Explainer();
    }

    FlatForest forest() {
        return forest;
    }

    /** The player whose value an inner node asks for. */
    int player(int node) {
        return players.of(tests.axis(forest.test(node)));
    }

    /** The share of training records that agree with all splits of the last split's field, from the root to a node. */
    double share(int node) {
        return share[node];
    }

    /** Explains rows for one thread, without allocating. */
    final class Explainer {
        private final byte[] fails = new byte[tests.size()];
        private final ShapPass[] passes = new ShapPass[(rule.points().length + ShapPass.POINTS - 1) / ShapPass.POINTS];

        private Explainer() {
            Arrays.setAll(passes, pass -> new ShapPass(TreeShap.this, players.size(), rule, pass * ShapPass.POINTS));
        }

        /**
         * Writes the contribution of every player; with {@link #base()} they add up to the mean of the trees.
         *
         * @param ranks of the row by axis
         * @param contributions one per player
         */
        void explain(int[] ranks, double[] contributions) {
            tests.writeOutcomes(ranks, fails);
            Arrays.fill(contributions, 0);
            for (ShapPass pass : passes) {
                pass.addTo(contributions, fails);
            }
            for (int p = 0; p < contributions.length; p++) {
                contributions[p] /= forest.size();
            }
        }
    }

    private double prepare() {
        int[] last = new int[players.size()];
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
            return forest.known(node) * forest.cover(node);
        }
        return prepareEdge(node, forest.left(node), last) + prepareEdge(node, forest.right(node), last);
    }

    private double prepareEdge(int parent, int child, int[] last) {
        int field = player(parent);
        int before = last[field];
        share[child] = (before < 0 ? 1 : share[before]) * forest.cover(child) / forest.cover(parent);
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
