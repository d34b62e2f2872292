package io.churnwatch.scoring.shap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exact path-dependent TreeSHAP: how much each player moves the mean of some trees away from what it is over the training records,
 * shared out by Shapley's rule. Immutable and thread-safe; {@link #explainer()} gives each thread its own scratch.
 *
 * <p>Let each player be known by chance, with likelihood t. A walk down a tree goes the row's way where the player that is asked is known,
 * and to either side by its share of training records where not. With V the mean leaf that is come to, a player's Shapley value is
 * ∫₀¹ ∂V/∂x dt, x being the likelihood of this one player, at x = t (Owen 1972). V is a polynomial: the sum over all leaves of
 * value × ∏ (t o + (1 − t) z) over the path's players, where o is 1 if the row agrees with all of the path's splits on a player, and z
 * is the share of records that do. So Gauss–Legendre quadrature with half as many points as there are players on a path is exact.
 *
 * <p>At a point t all derivatives come from one walk up and one down, by the chain rule. Of the walks that come to a node and agree with
 * the row so far, τ = t / (t + (1 − t) z) know the node's player, so y = (1 − τ) r + τ o go to the child that has the share r of the
 * records; if they disagree, y = r. The mean leaf below is g = y g₁ + (1 − y) g₂. If p is how likely it is to come to the node, y p go on
 * to the one child and the rest to the other, and as dτ/dx = τ (1 − τ) / (t (1 − t)), the node adds p (o − r) τ (1 − τ) / (t (1 − t))
 * × (g₁ − g₂) to the player's derivative. How this is made fast: {@link ShapBlock}.
 *
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., From local explanations to global understanding with
 *     explainable AI for trees, Nature Machine Intelligence 2020</a>
 * @see <a href="https://doi.org/10.1287/mnsc.18.5.64">Owen, Multilinear extensions of games, Management Science 1972</a>
 */
final class TreeShap {
    /** So many that the loops are long, and so few that what they work on stays in the second-level cache. */
    static final int BLOCK_NODES = 4_096;

    private final ShapTrees trees;
    private final ShapNodes nodes;
    private final List<ShapBlock> blocks = new ArrayList<>();

    TreeShap(ShapTrees trees) {
        this.trees = trees;
        this.nodes = new ShapNodes(trees);
        ShapLayout layout = new ShapLayout(nodes);
        Map<Integer, List<Integer>> treesByPoints = new TreeMap<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            int points = (nodes.playersMax(tree) + 1) / 2;
            treesByPoints.computeIfAbsent(points, p -> new ArrayList<>()).add(tree);
        }
        treesByPoints.remove(0); // they ask nobody
        treesByPoints.forEach((points, group) -> addBlocks(layout, group, GaussLegendre.ofPoints(points)));
    }

    private void addBlocks(ShapLayout layout, List<Integer> group, GaussLegendre rule) {
        List<Integer> roots = new ArrayList<>();
        int size = 0;
        for (int tree : group) {
            if (size > 0 && size + nodes.innerNodes(tree) > BLOCK_NODES) {
                blocks.add(layout.block(roots, rule));
                roots.clear();
                size = 0;
            }
            roots.add(trees.root(tree));
            size += nodes.innerNodes(tree);
        }
        blocks.add(layout.block(roots, rule));
    }

    /** The mean of the trees over the training records: contributions add up from here. */
    double base() {
        return nodes.mean();
    }

    Explainer explainer() {
        return new Explainer();
    }

    /** For one thread that has many rows to explain. */
    ShapBatch batch() {
        return new ShapBatch(nodes);
    }

    /** Explains rows for one thread, without allocating. */
    final class Explainer {
        private final ShapPass pass = new ShapPass(blocks);
        private final double[] answers = new double[2 * trees.tests()];
        private final double[] credits = new double[trees.players() * ShapLevel.STRIPES];

        private Explainer() {}

        /**
         * Writes the contribution of every player; with {@link #base()} they add up to the mean of the trees.
         *
         * @param goesRight by test: 1 where the row goes right, 0 where it goes left
         * @param contributions one per player
         */
        void explain(byte[] goesRight, double[] contributions) {
            for (int test = 0; test < goesRight.length; test++) {
                answers[2 * test] = 1 - goesRight[test];
                answers[2 * test + 1] = goesRight[test];
            }
            Arrays.fill(credits, 0);
            for (ShapBlock block : blocks) {
                pass.addTo(credits, answers, block);
            }
            for (int player = 0; player < contributions.length; player++) {
                contributions[player] = 0;
                for (int stripe = 0; stripe < ShapLevel.STRIPES; stripe++) {
                    contributions[player] += credits[player * ShapLevel.STRIPES + stripe];
                }
            }
        }
    }
}
