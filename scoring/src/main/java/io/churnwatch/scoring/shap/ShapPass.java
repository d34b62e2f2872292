package io.churnwatch.scoring.shap;

import java.util.Arrays;
import java.util.List;

/**
 * One row's way through {@link ShapBlock}s: from the leaves up for what is expected below every node, then from the roots down for how
 * likely it is to come there. Every step is a loop over the columns of a level, so plain that it is compiled to vector instructions; the
 * formulas are in {@link TreeShap}. Belongs to one thread.
 */
final class ShapPass {
    private final double[]
            agrees; // by edge: 1 if the row agrees with all splits of the player from the root to there, else 0
    private final double[][] pull; // by level and column: agrees × (o − r)
    private final double[][][] steep; // by level, point and column: τ (1 − τ) (g₁ − g₂)
    private final double[][] expected; // by point and column: g
    private final double[][] reach; // by point and column: p × the point's weight
    private final double[] lower; // by column: of the lower child, g₂ on the way up, its reach on the way down
    private final double[] slope; // by column: the sum over the points of reach × steep

    /** @param blocks all that there will be */
    ShapPass(List<ShapBlock> blocks) {
        int levels =
                blocks.stream().mapToInt(block -> block.levels.length).max().orElse(0);
        int points =
                blocks.stream().mapToInt(block -> block.weights.length).max().orElse(0);
        int columns = columns(blocks, 0);
        agrees = new double[blocks.stream().mapToInt(block -> block.edges).max().orElse(0)];
        pull = new double[levels][];
        steep = new double[levels][][];
        for (int level = 0; level < levels; level++) {
            int size = columns(blocks, level);
            pull[level] = new double[size];
            steep[level] = new double[points][level == 0 ? 0 : size];
        }
        expected = new double[points][columns];
        reach = new double[points][columns];
        lower = new double[columns];
        slope = new double[columns];
    }

    private static int columns(List<ShapBlock> blocks, int level) {
        return blocks.stream()
                .filter(block -> level < block.levels.length)
                .mapToInt(block -> block.levels[level].size())
                .max()
                .orElse(0);
    }

    /**
     * Adds what a block contributes.
     *
     * @param credits by {@link ShapLevel#credit}
     * @param answers by {@link ShapLevel#turns}: 1 where the row goes that way, else 0
     */
    void addTo(double[] credits, double[] answers, ShapBlock block) {
        agree(block, answers);
        climb(block);
        descend(block, credits);
        arrive(block, credits);
    }

    private void agree(ShapBlock block, double[] answers) {
        agrees[ShapBlock.ALWAYS] = 1;
        int edge = ShapBlock.ALWAYS + 1;
        for (int l = block.levels.length - 1; l >= 0; l--) {
            agree(block.levels[l], edge, answers, agrees, pull[l]);
            edge += 2 * block.levels[l].size();
        }
    }

    private void climb(ShapBlock block) {
        ShapLevel lowest = block.levels[0];
        for (int k = 0; k < block.weights.length; k++) {
            expectLeaves(lowest.size(), block.mean, pull[0], lowest.known[k], block.gap, expected[k]);
        }
        for (int l = 1; l < block.levels.length; l++) {
            ShapLevel level = block.levels[l];
            for (int k = 0; k < block.weights.length; k++) {
                System.arraycopy(level.lower, 0, lower, 0, level.size());
                gather(level.branches, expected[k], level.forks, lower);
                expect(level.size(), level.share, pull[l], level.known[k], lower, expected[k], steep[l][k]);
            }
        }
    }

    private void descend(ShapBlock block, double[] credits) {
        for (int k = 0; k < block.weights.length; k++) {
            Arrays.fill(reach[k], 0, block.levels[0].size(), block.weights[k]); // of the roots, whichever their columns
        }
        for (int l = block.levels.length - 1; l > 0; l--) {
            ShapLevel level = block.levels[l];
            Arrays.fill(slope, 0, level.size(), 0);
            for (int k = 0; k < block.weights.length; k++) {
                addSlope(level.size(), reach[k], steep[l][k], slope);
                goOn(level.size(), level.share, pull[l], level.known[k], reach[k], lower);
                gather(level.forks, lower, level.branches, reach[k]);
            }
            credit(level, pull[l], slope, credits);
        }
    }

    private void arrive(ShapBlock block, double[] credits) {
        ShapLevel lowest = block.levels[0];
        Arrays.fill(slope, 0, lowest.size(), 0);
        for (int k = 0; k < block.weights.length; k++) {
            addLeafSlope(lowest.size(), reach[k], lowest.known[k], slope);
        }
        multiply(lowest.size(), slope, block.gap);
        credit(lowest, pull[0], slope, credits);
    }

    private static void agree(ShapLevel level, int edge, double[] answers, double[] agrees, double[] pull) {
        int[] turns = level.turns;
        int[] before = level.before;
        double[] share = level.share;
        for (int i = 0; i < share.length; i++) {
            double soFar = agrees[before[i]];
            double taller = soFar * answers[turns[i]];
            agrees[edge + 2 * i] = soFar - taller;
            agrees[edge + 2 * i + 1] = taller;
            pull[i] = taller - soFar * share[i];
        }
    }

    private static void expectLeaves(
            int size, double[] mean, double[] pull, double[] known, double[] gap, double[] expected) {
        for (int i = 0; i < size; i++) {
            expected[i] = mean[i] + pull[i] * known[i] * gap[i];
        }
    }

    private static void expect(
            int size,
            double[] share,
            double[] pull,
            double[] known,
            double[] lower,
            double[] expected,
            double[] steep) {
        for (int i = 0; i < size; i++) {
            double gap = expected[i] - lower[i];
            steep[i] = known[i] * (1 - known[i]) * gap;
            expected[i] = lower[i] + (share[i] + pull[i] * known[i]) * gap;
        }
    }

    private static void addSlope(int size, double[] reach, double[] steep, double[] slope) {
        for (int i = 0; i < size; i++) {
            slope[i] += reach[i] * steep[i];
        }
    }

    private static void goOn(int size, double[] share, double[] pull, double[] known, double[] reach, double[] lower) {
        for (int i = 0; i < size; i++) {
            double both = reach[i];
            double taller = both * (share[i] + pull[i] * known[i]);
            reach[i] = taller;
            lower[i] = both - taller;
        }
    }

    private static void addLeafSlope(int size, double[] reach, double[] known, double[] slope) {
        for (int i = 0; i < size; i++) {
            slope[i] += reach[i] * (known[i] * (1 - known[i]));
        }
    }

    private static void multiply(int size, double[] slope, double[] gap) {
        for (int i = 0; i < size; i++) {
            slope[i] *= gap[i];
        }
    }

    private static void gather(int[] from, double[] source, int[] to, double[] target) {
        for (int i = 0; i < from.length; i++) {
            target[to[i]] = source[from[i]];
        }
    }

    private static void credit(ShapLevel level, double[] pull, double[] slope, double[] credits) {
        int[] credit = level.credit;
        for (int i = 0; i < credit.length; i++) {
            credits[credit[i]] += pull[i] * slope[i];
        }
    }
}
