package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * Trees of any depth in nodes of four bytes, each of which compares a gauge of the row with a limit, without a branch. As
 * {@link RankedForest}, in half the memory: for forests whose trees, limits and gauges are few enough. How many bits each part has depends
 * on the forest.
 *
 * <pre>
 *  limit | how far ahead the left child stands | gauge
 * </pre>
 *
 * <p>In a leaf's place stands the number of its value instead of a limit. Its gauge is always 0, which is above none.
 */
final class PackedForest implements ForestEngine {
    private static final int LANES = NodeLayout.LANES;

    private final Gauges gauges;
    private final Precision precision;
    private final int[] nodes;
    private final double[] values; // of the leaves, tree by tree
    private final int[] firstValue; // by tree
    private final int[] roots;
    private final int[] steps;
    private final int gaugeBits;
    private final int limitShift;
    private final int belowLimit; // a node's bits that are not its limit

    /** How many bits the parts of a node take. */
    private record Shape(int gauge, int offset, int limit) {
        static Shape of(FlatForest forest, NodeLayout layout, Gauges gauges) {
            int highest = gauges.valueMax() + 1;
            for (int tree = 0; tree < forest.size(); tree++) {
                highest = Math.max(highest, forest.leaves(forest.root(tree)));
            }
            return new Shape(Integer.numberOfTrailingZeros(gauges.slots()), bits(layout.offsetMax()), bits(highest));
        }

        private static int bits(int number) {
            return Integer.SIZE - Integer.numberOfLeadingZeros(number);
        }

        /** The sign must stay free. */
        boolean fits() {
            return gauge + offset + limit < Integer.SIZE;
        }
    }

    /** Whether a forest's nodes have room in four bytes. */
    static boolean fits(FlatForest forest, NodeLayout layout, Gauges gauges) {
        return Shape.of(forest, layout, gauges).fits();
    }

    PackedForest(FlatForest forest, NodeLayout layout, Gauges gauges, Precision precision) {
        Shape shape = Shape.of(forest, layout, gauges);
        this.gauges = gauges;
        this.precision = precision;
        this.roots = layout.roots();
        this.steps = layout.steps();
        this.gaugeBits = shape.gauge();
        this.limitShift = shape.gauge() + shape.offset();
        this.belowLimit = (1 << limitShift) - 1;
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
                    nodes[place] = (leaf - firstValue[tree]) << limitShift | gauges.size();
                    values[leaf++] = forest.value(node);
                } else {
                    int test = forest.test(node);
                    int offset = layout.next(place) - place;
                    nodes[place] = gauges.limit(test) << limitShift | offset << gaugeBits | gauges.of(test);
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
        return Scratch.ofGauges(gauges.slots());
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        int[] gauge = scratch.gauges;
        gauges.write(ranks, limitShift, gauge);
        double sum = 0;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            sum = addEight(sum, tree, gauge);
        }
        for (; tree < roots.length; tree++) {
            sum = precision.round(sum + value(tree, walk(roots[tree], steps[tree / LANES], gauge)));
        }
        return sum;
    }

    /** Adds the leaves of eight trees one after the other: the order of additions is part of the result. */
    private double addEight(double sum, int tree, int[] gauge) {
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
            a += ahead(nodes[a], gauge);
            b += ahead(nodes[b], gauge);
            c += ahead(nodes[c], gauge);
            d += ahead(nodes[d], gauge);
            e += ahead(nodes[e], gauge);
            f += ahead(nodes[f], gauge);
            g += ahead(nodes[g], gauge);
            h += ahead(nodes[h], gauge);
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
        return true;
    }

    /** Tree by tree, eight rows at a time: the tree stays in the nearest cache while all rows pass. */
    @Override
    public void sums(int[][] ranks, int rows, double[] sums, Scratch scratch) {
        if (scratch.gaugesByRow.length < rows) {
            scratch.gaugesByRow = new int[rows][gauges.slots()];
        }
        int[][] gauge = scratch.gaugesByRow;
        for (int row = 0; row < rows; row++) {
            gauges.write(ranks[row], limitShift, gauge[row]);
        }
        Arrays.fill(sums, 0, rows, 0);
        for (int tree = 0; tree < roots.length; tree++) {
            int row = 0;
            for (; row + LANES <= rows; row += LANES) {
                addToEight(sums, row, tree, gauge);
            }
            for (; row < rows; row++) {
                int leaf = walk(roots[tree], steps[tree / LANES], gauge[row]);
                sums[row] = precision.round(sums[row] + value(tree, leaf));
            }
        }
    }

    private void addToEight(double[] sums, int row, int tree, int[][] gauge) {
        int[] nodes = this.nodes;
        int[] ofA = gauge[row];
        int[] ofB = gauge[row + 1];
        int[] ofC = gauge[row + 2];
        int[] ofD = gauge[row + 3];
        int[] ofE = gauge[row + 4];
        int[] ofF = gauge[row + 5];
        int[] ofG = gauge[row + 6];
        int[] ofH = gauge[row + 7];
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
        return values[firstValue[tree] + (nodes[leaf] >>> limitShift)];
    }

    private int walk(int root, int steps, int[] gauge) {
        int place = root;
        for (int step = steps; step > 0; step--) {
            place += ahead(nodes[place], gauge);
        }
        return place;
    }

    /** How far ahead a row's next place is. The gauges are shifted as the limits are, so that one subtraction compares them. */
    private int ahead(int node, int[] gauge) {
        int isAbove = (node - gauge[node & (gauge.length - 1)]) >>> (Integer.SIZE - 1);
        return ((node & belowLimit) >>> gaugeBits) + isAbove;
    }
}
