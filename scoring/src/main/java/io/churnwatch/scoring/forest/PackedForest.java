package io.churnwatch.scoring.forest;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Trees of any depth, walked two levels a step and eight trees at a time. A step loads one word: the test of a node, the tests
 * of its two children, and the place of its four grandchildren, which stand side by side. Which of them is next follows from two
 * outcomes, without a branch; eight independent walks hide the latency of memory. A leaf points to itself, so trees of different
 * depths end together.
 *
 * <pre>
 * 63            36 35       24 23       12 11        0
 *  first grandchild | left test | right test| own test
 * </pre>
 */
final class PackedForest implements ForestEngine {
    /** One of the 4,096 outcomes is kept for the test that never fails. */
    static final int TESTS_MAX = 4_095;

    static final int SLOTS_MAX = 1 << 27;

    /** More than fits into the second-level cache beside the trees. */
    static final long OUTCOME_BYTES_MAX = 1 << 18;

    private static final int TEST_BITS = 12;
    private static final int TEST_MASK = (1 << TEST_BITS) - 1;
    private static final int LANES = 8;

    private final Outcomes outcomes;
    private final int never; // the test that never fails
    private final int[] roots;
    private final int[] steps; // by group of eight trees: its deepest one's
    private long[] slots = new long[1024];
    private double[] values = new double[1024];
    private int size;

    PackedForest(FlatForest forest, Outcomes outcomes) {
        this.outcomes = outcomes;
        this.never = outcomes.size();
        this.roots = new int[forest.size()];
        this.steps = new int[(forest.size() + LANES - 1) / LANES];
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = pack(forest, forest.root(tree));
            int group = tree / LANES;
            steps[group] = Math.max(steps[group], (forest.depth(forest.root(tree)) + 1) / 2);
        }
        slots = Arrays.copyOf(slots, size);
        values = Arrays.copyOf(values, size);
    }

    @Override
    public Scratch newScratch() {
        return new Scratch(TEST_MASK + 1, 0, 0);
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        byte[] fails = scratch.outcomes;
        outcomes.write(ranks, fails);
        double sum = 0;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            sum = addEight(sum, tree, fails);
        }
        for (; tree < roots.length; tree++) {
            sum += values[walk(roots[tree], steps[tree / LANES], fails)];
        }
        return sum;
    }

    /** Tree by tree, eight rows at a time: the tree stays in the nearest cache while all rows pass. */
    @Override
    public void sums(int[][] ranks, int rows, double[] sums, Scratch scratch) {
        if (scratch.outcomesByRow.length < rows) {
            scratch.outcomesByRow = new byte[rows][TEST_MASK + 1];
        }
        byte[][] fails = scratch.outcomesByRow;
        for (int row = 0; row < rows; row++) {
            outcomes.write(ranks[row], fails[row]);
        }
        Arrays.fill(sums, 0, rows, 0);
        for (int tree = 0; tree < roots.length; tree++) {
            int row = 0;
            for (; row + LANES <= rows; row += LANES) {
                addToEight(sums, row, roots[tree], steps[tree / LANES], fails);
            }
            for (; row < rows; row++) {
                sums[row] += values[walk(roots[tree], steps[tree / LANES], fails[row])];
            }
        }
    }

    private void addToEight(double[] sums, int row, int root, int steps, byte[][] fails) {
        long[] slots = this.slots;
        byte[] failsA = fails[row];
        byte[] failsB = fails[row + 1];
        byte[] failsC = fails[row + 2];
        byte[] failsD = fails[row + 3];
        byte[] failsE = fails[row + 4];
        byte[] failsF = fails[row + 5];
        byte[] failsG = fails[row + 6];
        byte[] failsH = fails[row + 7];
        int a = root;
        int b = root;
        int c = root;
        int d = root;
        int e = root;
        int f = root;
        int g = root;
        int h = root;
        for (int step = steps; step > 0; step--) {
            a = next(slots[a], failsA);
            b = next(slots[b], failsB);
            c = next(slots[c], failsC);
            d = next(slots[d], failsD);
            e = next(slots[e], failsE);
            f = next(slots[f], failsF);
            g = next(slots[g], failsG);
            h = next(slots[h], failsH);
        }
        double[] values = this.values;
        sums[row] += values[a];
        sums[row + 1] += values[b];
        sums[row + 2] += values[c];
        sums[row + 3] += values[d];
        sums[row + 4] += values[e];
        sums[row + 5] += values[f];
        sums[row + 6] += values[g];
        sums[row + 7] += values[h];
    }

    /** Adds the leaves of eight trees one after the other: the order of additions is part of the result. */
    private double addEight(double sum, int tree, byte[] fails) {
        long[] slots = this.slots;
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int step = steps[tree / LANES]; step > 0; step--) {
            a = next(slots[a], fails);
            b = next(slots[b], fails);
            c = next(slots[c], fails);
            d = next(slots[d], fails);
            e = next(slots[e], fails);
            f = next(slots[f], fails);
            g = next(slots[g], fails);
            h = next(slots[h], fails);
        }
        double[] values = this.values;
        return sum + values[a] + values[b] + values[c] + values[d] + values[e] + values[f] + values[g] + values[h];
    }

    private int walk(int root, int steps, byte[] fails) {
        int slot = root;
        for (int step = steps; step > 0; step--) {
            slot = next(slots[slot], fails);
        }
        return slot;
    }

    private static int next(long word, byte[] fails) {
        int right = fails[(int) word & TEST_MASK];
        int childTest = (int) (word >>> (2 * TEST_BITS - TEST_BITS * right)) & TEST_MASK;
        return (int) (word >>> (3 * TEST_BITS)) + 2 * right + fails[childTest];
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
        slots[slot] = word(slot, never, never, never);
        values[slot] = forest.value(node);
    }

    private void writeNode(FlatForest forest, Pending parent, ArrayDeque<Pending> queue) {
        int left = forest.left(parent.node());
        int right = forest.right(parent.node());
        int first = allocate(4);
        slots[parent.slot()] = word(first, testOf(forest, left), testOf(forest, right), testOf(forest, parent.node()));
        enqueueChildren(forest, left, first, queue);
        enqueueChildren(forest, right, first + 2, queue);
    }

    private static void enqueueChildren(FlatForest forest, int child, int slot, ArrayDeque<Pending> queue) {
        if (forest.isLeaf(child)) {
            queue.add(new Pending(child, slot)); // its test never fails, so the other slot is never reached
            return;
        }
        queue.add(new Pending(forest.left(child), slot));
        queue.add(new Pending(forest.right(child), slot + 1));
    }

    private int testOf(FlatForest forest, int node) {
        return forest.isLeaf(node) ? never : outcomes.of(forest.test(node));
    }

    private static long word(int first, int leftTest, int rightTest, int ownTest) {
        return ((long) first << (3 * TEST_BITS))
                | ((long) leftTest << (2 * TEST_BITS))
                | ((long) rightTest << TEST_BITS)
                | ownTest;
    }

    private int allocate(int count) {
        int first = size;
        size += count;
        if (size > slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        return first;
    }
}
