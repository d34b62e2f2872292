package io.churnwatch.scoring.forest;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Trees of any depth, walked two levels a step and eight trees at a time. A step loads two words: what a node compares, what its two
 * children compare, and the place of its four grandchildren, which stand side by side. Which of them is next follows from two
 * comparisons, without a branch; eight independent walks hide the latency of memory. A leaf points to itself, so trees of different
 * depths end together.
 *
 * <pre>
 * 63                    32 31    22 21      0
 *  first grandchild       | gauge  | limit     the node
 *  63  54 53          32 31    22 21      0
 *  gauge | limit        | gauge  | limit       its left child | its right child
 * </pre>
 */
final class InterleavedForest implements ForestEngine {
    static final int GAUGES_MAX = 1 << 10;
    static final int LIMIT_MAX = (1 << 22) - 1;
    private static final int LIMIT_BITS = 22;
    private static final int LANES = 8;

    private final Gauges gauges;
    private final Precision precision;
    private final int[] roots;
    private final int[] steps; // by group of eight trees: its deepest one's
    private long[] words = new long[1024]; // two for each slot
    private double[] values = new double[512]; // by slot
    private int size;

    InterleavedForest(FlatForest forest, SplitTests tests, Gauges gauges, Precision precision) {
        this.gauges = gauges;
        this.precision = precision;
        this.roots = new int[forest.size()];
        this.steps = new int[(forest.size() + LANES - 1) / LANES];
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = pack(forest, forest.root(tree));
            int group = tree / LANES;
            steps[group] = Math.max(steps[group], (forest.depth(forest.root(tree)) + 1) / 2);
        }
        words = Arrays.copyOf(words, 2 * size);
        values = Arrays.copyOf(values, size);
    }

    @Override
    public Scratch newScratch() {
        return new Scratch(0, gauges.size(), 0);
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        int[] gauge = scratch.gauges;
        gauges.write(ranks, gauge);
        double sum = 0;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            sum = addEight(sum, tree, gauge);
        }
        for (; tree < roots.length; tree++) {
            sum = precision.round(sum + values[walk(roots[tree], steps[tree / LANES], gauge)]);
        }
        return sum;
    }

    /** Adds the leaves of eight trees one after the other: the order of additions is part of the result. */
    private double addEight(double sum, int tree, int[] gauge) {
        long[] words = this.words;
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int step = steps[tree / LANES]; step > 0; step--) {
            a = next(words, a, gauge);
            b = next(words, b, gauge);
            c = next(words, c, gauge);
            d = next(words, d, gauge);
            e = next(words, e, gauge);
            f = next(words, f, gauge);
            g = next(words, g, gauge);
            h = next(words, h, gauge);
        }
        double[] values = this.values;
        if (precision == Precision.FLOAT) {
            float rounded = (float) sum + (float) values[a];
            rounded += (float) values[b];
            rounded += (float) values[c];
            rounded += (float) values[d];
            rounded += (float) values[e];
            rounded += (float) values[f];
            rounded += (float) values[g];
            return rounded + (float) values[h];
        }
        return sum + values[a] + values[b] + values[c] + values[d] + values[e] + values[f] + values[g] + values[h];
    }

    private int walk(int root, int steps, int[] gauge) {
        int slot = root;
        for (int step = steps; step > 0; step--) {
            slot = next(words, slot, gauge);
        }
        return slot;
    }

    private static int next(long[] words, int slot, int[] gauge) {
        long own = words[2 * slot];
        long children = words[2 * slot + 1];
        int right = isAbove((int) own, gauge);
        int child = (int) (children >>> (Integer.SIZE - Integer.SIZE * right));
        return (int) (own >>> Integer.SIZE) + 2 * right + isAbove(child, gauge);
    }

    /** 1 when the gauge is above the limit, else 0. */
    private static int isAbove(int comparison, int[] gauge) {
        return ((comparison & LIMIT_MAX) - gauge[comparison >>> LIMIT_BITS]) >>> (Integer.SIZE - 1);
    }

    /** A node waiting for its slot to be written. */
    private record Pending(int node, int slot) {}

    /** Breadth first: what is visited in the same step stands together. */
    private int pack(FlatForest forest, int root) {
        int rootSlot = allocate(1);
        ArrayDeque<Pending> queue = new ArrayDeque<>();
        queue.add(new Pending(root, rootSlot));
        while (!queue.isEmpty()) {
            Pending next = queue.poll();
            if (forest.isLeaf(next.node())) {
                writeLeaf(forest, next.node(), next.slot());
            } else {
                writeNode(forest, next, queue);
            }
        }
        return rootSlot;
    }

    private void writeLeaf(FlatForest forest, int node, int slot) {
        write(slot, slot, never(), never(), never());
        values[slot] = forest.value(node);
    }

    private void writeNode(FlatForest forest, Pending parent, ArrayDeque<Pending> queue) {
        int left = forest.left(parent.node());
        int right = forest.right(parent.node());
        int first = allocate(4);
        write(
                parent.slot(),
                first,
                comparison(forest, parent.node()),
                comparison(forest, left),
                comparison(forest, right));
        enqueueChildren(forest, left, first, queue);
        enqueueChildren(forest, right, first + 2, queue);
    }

    private static void enqueueChildren(FlatForest forest, int child, int slot, ArrayDeque<Pending> queue) {
        if (forest.isLeaf(child)) {
            queue.add(new Pending(child, slot)); // its comparison is never above, so the other slot is never reached
            return;
        }
        queue.add(new Pending(forest.left(child), slot));
        queue.add(new Pending(forest.right(child), slot + 1));
    }

    private int comparison(FlatForest forest, int node) {
        if (forest.isLeaf(node)) {
            return never();
        }
        int test = forest.test(node);
        return gauges.of(test) << LIMIT_BITS | gauges.limit(test);
    }

    /** No gauge is above the highest limit. */
    private static int never() {
        return LIMIT_MAX;
    }

    private void write(int slot, int first, int own, int left, int right) {
        words[2 * slot] = (long) first << Integer.SIZE | Integer.toUnsignedLong(own);
        words[2 * slot + 1] = (long) left << Integer.SIZE | Integer.toUnsignedLong(right);
    }

    private int allocate(int count) {
        int first = size;
        size += count;
        if (2 * size > words.length) {
            words = Arrays.copyOf(words, 4 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        return first;
    }
}
