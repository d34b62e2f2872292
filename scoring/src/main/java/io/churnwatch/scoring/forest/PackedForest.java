package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * Trees of any depth in nodes of four bytes, walked eight at a time without a branch. Each part of a node has as many bits as the forest
 * needs.
 *
 * <pre>
 *  how far ahead the left child is | threshold | slot of the comparand
 * </pre>
 *
 * <p>A step is one subtraction: the comparand, shifted to the threshold, is taken from the node. Where it exceeds the threshold, the
 * subtraction borrows one from the distance, and the right child is just before the left one. A leaf has no distance, the number of its
 * value as threshold, and a comparand that is always 0, so it leads to itself.
 */
final class PackedForest implements ForestEngine {
    /** A smaller forest stays in the nearer caches from one row to the next anyway. */
    private static final int GAINING_NODES_MIN = 1 << 16;

    private static final int LANES = NodeLayout.LANES;

    private final Comparands comparands;
    private final Precision precision;
    private final int[] nodes;
    private final double[] values; // of the leaves, tree by tree
    private final int[] firstValue; // by tree
    private final int[] roots;
    private final int[] steps;
    private final int slotBits;
    private final int distanceShift;

    /** How many bits the parts of a node take. */
    private record Shape(int slot, int threshold, int distance) {
        static Shape of(FlatForest forest, NodeLayout layout, Comparands comparands) {
            return new Shape(
                    Integer.numberOfTrailingZeros(comparands.slots()),
                    bits(Math.max(comparands.max(), forest.leavesMax())),
                    bits(layout.distanceMax()));
        }

        private static int bits(int number) {
            return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, number));
        }

        boolean fits() {
            return slot + threshold + distance <= Integer.SIZE;
        }
    }

    /** Whether a forest's nodes fit into four bytes. */
    static boolean fits(FlatForest forest, NodeLayout layout, Comparands comparands) {
        return Shape.of(forest, layout, comparands).fits();
    }

    PackedForest(FlatForest forest, NodeLayout layout, Comparands comparands, Precision precision) {
        Shape shape = Shape.of(forest, layout, comparands);
        this.comparands = comparands;
        this.precision = precision;
        this.roots = layout.roots();
        this.steps = layout.steps();
        this.slotBits = shape.slot();
        this.distanceShift = shape.slot() + shape.threshold();
        this.nodes = new int[layout.size()];
        this.firstValue = new int[roots.length];
        this.values = new double[leaves(forest)];
        int leaf = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            firstValue[tree] = leaf;
            int end = tree + 1 < roots.length ? roots[tree + 1] : nodes.length;
            for (int place = roots[tree]; place < end; place++) {
                if (layout.isEmpty(place)) {
                    continue;
                }
                int node = layout.node(place);
                if (forest.isLeaf(node)) {
                    nodes[place] = (leaf - firstValue[tree]) << slotBits | comparands.size();
                    values[leaf++] = forest.value(node);
                } else {
                    int test = forest.test(node);
                    int distance = layout.next(place) - place;
                    nodes[place] =
                            distance << distanceShift | comparands.threshold(test) << slotBits | comparands.slot(test);
                }
            }
        }
    }

    private static int leaves(FlatForest forest) {
        int leaves = 0;
        for (int tree = 0; tree < forest.size(); tree++) {
            leaves += forest.leaves(forest.root(tree));
        }
        return leaves;
    }

    @Override
    public Scratch newScratch() {
        return Scratch.ofComparands(comparands.slots());
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        int[] comparand = scratch.comparands;
        comparands.write(ranks, slotBits, comparand);
        double sum = 0;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            sum = addEight(sum, tree, comparand);
        }
        for (; tree < roots.length; tree++) {
            sum = precision.round(sum + value(tree, walk(roots[tree], steps[tree / LANES], comparand)));
        }
        return sum;
    }

    /** Adds the leaves of eight trees one after the other: the order of additions is part of the result. */
    private double addEight(double sum, int tree, int[] comparand) {
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
            a += ahead(nodes[a], comparand);
            b += ahead(nodes[b], comparand);
            c += ahead(nodes[c], comparand);
            d += ahead(nodes[d], comparand);
            e += ahead(nodes[e], comparand);
            f += ahead(nodes[f], comparand);
            g += ahead(nodes[g], comparand);
            h += ahead(nodes[h], comparand);
        }
        if (precision == Precision.FLOAT) {
            float rounded = (float) sum + (float) value(tree, a);
            rounded += (float) value(tree + 1, b);
            rounded += (float) value(tree + 2, c);
            rounded += (float) value(tree + 3, d);
            rounded += (float) value(tree + 4, e);
            rounded += (float) value(tree + 5, f);
            rounded += (float) value(tree + 6, g);
            return rounded + (float) value(tree + 7, h);
        }
        double four = sum + value(tree, a) + value(tree + 1, b) + value(tree + 2, c) + value(tree + 3, d);
        return four + value(tree + 4, e) + value(tree + 5, f) + value(tree + 6, g) + value(tree + 7, h);
    }

    @Override
    public boolean gainsByRows() {
        return nodes.length >= GAINING_NODES_MIN;
    }

    /** Tree by tree, eight rows at a time: the tree stays in the nearest cache while all rows pass. */
    @Override
    public void sums(int[][] ranks, int rows, double[] sums, Scratch scratch) {
        if (scratch.comparandsByRow.length < rows) {
            scratch.comparandsByRow = new int[rows][comparands.slots()];
        }
        int[][] comparand = scratch.comparandsByRow;
        for (int row = 0; row < rows; row++) {
            comparands.write(ranks[row], slotBits, comparand[row]);
        }
        Arrays.fill(sums, 0, rows, 0);
        for (int tree = 0; tree < roots.length; tree++) {
            int row = 0;
            for (; row + LANES <= rows; row += LANES) {
                addToEight(sums, row, tree, comparand);
            }
            for (; row < rows; row++) {
                int leaf = walk(roots[tree], steps[tree / LANES], comparand[row]);
                sums[row] = precision.round(sums[row] + value(tree, leaf));
            }
        }
    }

    private void addToEight(double[] sums, int row, int tree, int[][] comparand) {
        int[] nodes = this.nodes;
        int[] ofA = comparand[row];
        int[] ofB = comparand[row + 1];
        int[] ofC = comparand[row + 2];
        int[] ofD = comparand[row + 3];
        int[] ofE = comparand[row + 4];
        int[] ofF = comparand[row + 5];
        int[] ofG = comparand[row + 6];
        int[] ofH = comparand[row + 7];
        int a = roots[tree];
        int b = roots[tree];
        int c = roots[tree];
        int d = roots[tree];
        int e = roots[tree];
        int f = roots[tree];
        int g = roots[tree];
        int h = roots[tree];
        for (int step = steps[tree / LANES]; step > 0; step--) {
            a += ahead(nodes[a], ofA);
            b += ahead(nodes[b], ofB);
            c += ahead(nodes[c], ofC);
            d += ahead(nodes[d], ofD);
            e += ahead(nodes[e], ofE);
            f += ahead(nodes[f], ofF);
            g += ahead(nodes[g], ofG);
            h += ahead(nodes[h], ofH);
        }
        sums[row] = precision.round(sums[row] + value(tree, a));
        sums[row + 1] = precision.round(sums[row + 1] + value(tree, b));
        sums[row + 2] = precision.round(sums[row + 2] + value(tree, c));
        sums[row + 3] = precision.round(sums[row + 3] + value(tree, d));
        sums[row + 4] = precision.round(sums[row + 4] + value(tree, e));
        sums[row + 5] = precision.round(sums[row + 5] + value(tree, f));
        sums[row + 6] = precision.round(sums[row + 6] + value(tree, g));
        sums[row + 7] = precision.round(sums[row + 7] + value(tree, h));
    }

    private double value(int tree, int leaf) {
        return values[firstValue[tree] + (nodes[leaf] >>> slotBits)];
    }

    private int walk(int root, int steps, int[] comparand) {
        int place = root;
        for (int step = steps; step > 0; step--) {
            place += ahead(nodes[place], comparand);
        }
        return place;
    }

    /** How far ahead a row's next place is. The mask by the array's own length spares the check that the index is inside. */
    private int ahead(int node, int[] comparand) {
        return (node - comparand[node & (comparand.length - 1)]) >>> distanceShift;
    }
}
