package io.churnwatch.bench.scoring.contender;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.SplitTest;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * TreeSHAP as the paper writes it (algorithm 2) and its authors' C code lays it out: every node of a walk copies the path so
 * far, extends it, and every leaf unwinds it once for each field. Belongs to one thread; allocates nothing per row.
 *
 * @see <a href="https://doi.org/10.1038/s42256-019-0138-9">Lundberg et al., From local explanations to global understanding with
 *     explainable AI for trees, Nature Machine Intelligence 2020</a>
 */
public final class TextbookTreeShap {
    private final FlatForest trees;

    // The paths, one behind the other: each deeper node has its own, one step longer.
    private final int[] field;
    private final double[] zero; // share of the training records that go this way when the field is unknown
    private final double[] one; // 1 when the row goes this way, else 0
    private final double[] weight; // of the subsets, by their size

    public TextbookTreeShap(FlatForest trees) {
        this.trees = trees;
        int longest = 2
                + IntStream.range(0, trees.size())
                        .map(tree -> depth(trees.root(tree)))
                        .max()
                        .orElse(0);
        int steps = longest * (longest + 1) / 2;
        field = new int[steps];
        zero = new double[steps];
        one = new double[steps];
        weight = new double[steps];
    }

    /**
     * Writes what every field contributes to the score of a row.
     *
     * @param row as {@code PmmlForest.encode} writes it, with every value known
     * @param contributions one per field of the row, in probability
     */
    public void explain(double[] row, double[] contributions) {
        Arrays.fill(contributions, 0);
        for (int tree = 0; tree < trees.size(); tree++) {
            recurse(trees.root(tree), row, contributions, 0, 0, 1, 1, FlatForest.LEAF);
        }
        for (int f = 0; f < contributions.length; f++) {
            contributions[f] /= trees.size();
        }
    }

    /** How many edges lie between a node and its deepest leaf. */
    private int depth(int node) {
        return trees.isLeaf(node) ? 0 : 1 + Math.max(depth(trees.left(node)), depth(trees.right(node)));
    }

    /** {@code path} is where the parent's path begins, {@code depth} how long it is. */
    private void recurse(
            int node, double[] row, double[] contributions, int path, int depth, double zeros, double ones, int by) {
        int own = path + depth;
        System.arraycopy(field, path, field, own, depth);
        System.arraycopy(zero, path, zero, own, depth);
        System.arraycopy(one, path, one, own, depth);
        System.arraycopy(weight, path, weight, own, depth);
        extend(own, depth, zeros, ones, by);
        if (trees.isLeaf(node)) {
            for (int i = 1; i <= depth; i++) {
                double share = unwoundSum(own, depth, i) * (one[own + i] - zero[own + i]);
                contributions[field[own + i]] += share * trees.value(node);
            }
            return;
        }
        SplitTest test = trees.tests().get(trees.test(node));
        boolean goesLeft = test.goesLeft().contains(row[test.column()]);
        int hot = goesLeft ? trees.left(node) : trees.right(node);
        int cold = goesLeft ? trees.right(node) : trees.left(node);
        double zerosBefore = 1;
        double onesBefore = 1;
        int last = depth;
        int seen = indexOf(test.column(), own, depth);
        if (seen > 0) {
            zerosBefore = zero[own + seen];
            onesBefore = one[own + seen];
            unwind(own, depth, seen);
            last = depth - 1;
        }
        double records = trees.cover(hot) + trees.cover(cold);
        double hotShare = zerosBefore * trees.cover(hot) / records;
        double coldShare = zerosBefore * trees.cover(cold) / records;
        recurse(hot, row, contributions, own, last + 1, hotShare, onesBefore, test.column());
        recurse(cold, row, contributions, own, last + 1, coldShare, 0, test.column());
    }

    /** The step of the path at which the field was asked for before; 0 when it was not. */
    private int indexOf(int wanted, int path, int last) {
        for (int i = last; i > 0; i--) {
            if (field[path + i] == wanted) {
                return i;
            }
        }
        return 0;
    }

    private void extend(int path, int last, double zeros, double ones, int by) {
        field[path + last] = by;
        zero[path + last] = zeros;
        one[path + last] = ones;
        weight[path + last] = last == 0 ? 1 : 0;
        for (int i = last - 1; i >= 0; i--) {
            weight[path + i + 1] += ones * weight[path + i] * (i + 1) / (last + 1);
            weight[path + i] = zeros * weight[path + i] * (last - i) / (last + 1);
        }
    }

    private void unwind(int path, int last, int step) {
        double ones = one[path + step];
        double zeros = zero[path + step];
        double next = weight[path + last];
        for (int i = last - 1; i >= 0; i--) {
            if (ones != 0) {
                double before = weight[path + i];
                weight[path + i] = next * (last + 1) / ((i + 1) * ones);
                next = before - weight[path + i] * zeros * (last - i) / (last + 1);
            } else {
                weight[path + i] = weight[path + i] * (last + 1) / (zeros * (last - i));
            }
        }
        for (int i = step; i < last; i++) {
            field[path + i] = field[path + i + 1];
            zero[path + i] = zero[path + i + 1];
            one[path + i] = one[path + i + 1];
        }
    }

    /** The sum of the weights that unwinding a step would leave, without doing it. */
    private double unwoundSum(int path, int last, int step) {
        double ones = one[path + step];
        double zeros = zero[path + step];
        double next = weight[path + last];
        double sum = 0;
        for (int i = last - 1; i >= 0; i--) {
            if (ones != 0) {
                double share = next / ((i + 1) * ones);
                sum += share;
                next = weight[path + i] - share * zeros * (last - i);
            } else {
                sum += weight[path + i] / (zeros * (last - i));
            }
        }
        return sum * (last + 1);
    }
}
