package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * Trees of any depth in nodes of four bytes: the place of the left child, and the number of a question whose answer, 0 or 1, is added to
 * it. Every question of the forest is answered once for a row, beforehand, and a step is two loads and an addition without a branch.
 * For forests that ask up to a thousand different questions, as those do that are grown on binned values.
 *
 * <pre>
 * 31            10 9        0
 *  left child     | question
 * </pre>
 */
final class CompactForest implements ForestEngine {
    /** One of the 1,024 answers is kept for the leaves: always 0. */
    static final int TESTS_MAX = (1 << 10) - 1;

    static final int NODES_MAX = 1 << 22;

    /** More would not stay in the second-level cache beside the trees. */
    static final long ANSWER_BYTES_MAX = 1 << 18;

    /** Fewer stay near the processor from one row to the next anyway. */
    private static final int GAINING_NODES_MIN = 1 << 16;

    private static final int TEST_BITS = 10;
    private static final int TEST_MASK = (1 << TEST_BITS) - 1;
    private static final int LANES = NodeLayout.LANES;

    private final Answers known;
    private final int[] nodes;
    private final double[] values;
    private final int[] roots;
    private final int[] steps;

    CompactForest(FlatForest forest, NodeLayout layout, Answers known) {
        this.known = known;
        this.values = layout.values();
        this.roots = layout.roots();
        this.steps = layout.steps();
        this.nodes = new int[layout.size()];
        for (int place = 0; place < nodes.length; place++) {
            if (layout.isEmpty(place)) {
                continue;
            }
            int node = layout.node(place);
            int test = forest.isLeaf(node) ? known.size() : known.of(forest.test(node));
            nodes[place] = layout.next(place) << TEST_BITS | test;
        }
    }

    @Override
    public Scratch newScratch() {
        return Scratch.ofAnswers(TEST_MASK + 1);
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        byte[] answers = scratch.answers;
        known.write(ranks, answers);
        double sum = 0;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            sum = addEight(sum, tree, answers);
        }
        for (; tree < roots.length; tree++) {
            sum += values[walk(roots[tree], steps[tree / LANES], answers)];
        }
        return sum;
    }

    /** Adds the leaves of eight trees one after the other: the order of additions is part of the result. */
    private double addEight(double sum, int tree, byte[] answers) {
        int[] nodes = this.nodes;
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int step = steps[tree / LANES]; step > 0; step--) {
            a = next(nodes[a], answers);
            b = next(nodes[b], answers);
            c = next(nodes[c], answers);
            d = next(nodes[d], answers);
            e = next(nodes[e], answers);
            f = next(nodes[f], answers);
            g = next(nodes[g], answers);
            h = next(nodes[h], answers);
        }
        double[] values = this.values;
        return sum + values[a] + values[b] + values[c] + values[d] + values[e] + values[f] + values[g] + values[h];
    }

    @Override
    public boolean gainsByRows() {
        return nodes.length >= GAINING_NODES_MIN;
    }

    /** Tree by tree, eight rows at a time: the tree stays in the nearest cache while all rows pass. */
    @Override
    public void sums(int[][] ranks, int rows, double[] sums, Scratch scratch) {
        if (scratch.answersByRow.length < rows) {
            scratch.answersByRow = new byte[rows][TEST_MASK + 1];
        }
        byte[][] answers = scratch.answersByRow;
        for (int row = 0; row < rows; row++) {
            known.write(ranks[row], answers[row]);
        }
        Arrays.fill(sums, 0, rows, 0);
        for (int tree = 0; tree < roots.length; tree++) {
            int row = 0;
            for (; row + LANES <= rows; row += LANES) {
                addToEight(sums, row, roots[tree], steps[tree / LANES], answers);
            }
            for (; row < rows; row++) {
                sums[row] += values[walk(roots[tree], steps[tree / LANES], answers[row])];
            }
        }
    }

    private void addToEight(double[] sums, int row, int root, int steps, byte[][] answers) {
        int[] nodes = this.nodes;
        byte[] ofA = answers[row];
        byte[] ofB = answers[row + 1];
        byte[] ofC = answers[row + 2];
        byte[] ofD = answers[row + 3];
        byte[] ofE = answers[row + 4];
        byte[] ofF = answers[row + 5];
        byte[] ofG = answers[row + 6];
        byte[] ofH = answers[row + 7];
        int a = root;
        int b = root;
        int c = root;
        int d = root;
        int e = root;
        int f = root;
        int g = root;
        int h = root;
        for (int step = steps; step > 0; step--) {
            a = next(nodes[a], ofA);
            b = next(nodes[b], ofB);
            c = next(nodes[c], ofC);
            d = next(nodes[d], ofD);
            e = next(nodes[e], ofE);
            f = next(nodes[f], ofF);
            g = next(nodes[g], ofG);
            h = next(nodes[h], ofH);
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

    private int walk(int root, int steps, byte[] answers) {
        int place = root;
        for (int step = steps; step > 0; step--) {
            place = next(nodes[place], answers);
        }
        return place;
    }

    /** The mask by the array's own length spares the check that the index is inside. */
    private static int next(int node, byte[] answers) {
        return (node >>> TEST_BITS) + answers[node & (answers.length - 1)];
    }
}
