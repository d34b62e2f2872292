package io.churnwatch.scoring.forest;

/**
 * Trees of any depth in nodes of eight bytes, each of which compares a gauge of the row with a limit, without a branch. For forests that
 * ask more different questions than can be answered beforehand: those of scikit-learn split between any two values that they saw.
 *
 * <pre>
 * 63             32 31   10 9      0
 *  left child      | limit | gauge
 * </pre>
 */
final class RankedForest implements ForestEngine {
    private static final int GAUGE_BITS = 10;
    private static final int SLOTS_MAX = 1 << GAUGE_BITS;
    private static final int LIMIT_MAX = (1 << 21) - 1; // the sign stays free

    private static final int LANES = NodeLayout.LANES;

    private final Gauges gauges;
    private final Precision precision;
    private final long[] nodes;
    private final double[] values;
    private final int[] roots;
    private final int[] steps;

    RankedForest(FlatForest forest, NodeLayout layout, Gauges gauges, Precision precision) {
        this.gauges = gauges;
        this.precision = precision;
        this.values = layout.values();
        this.roots = layout.roots();
        this.steps = layout.steps();
        this.nodes = new long[layout.size()];
        for (int place = 0; place < nodes.length; place++) {
            if (!layout.isEmpty(place)) {
                int comparison = comparison(forest, layout.node(place));
                nodes[place] = (long) layout.next(place) << Integer.SIZE | comparison;
            }
        }
    }

    /** Whether a forest's nodes have room in eight bytes. */
    static boolean fits(Gauges gauges) {
        return gauges.slots() <= SLOTS_MAX && gauges.valueMax() < LIMIT_MAX;
    }

    /** No gauge is above the highest limit, so that a leaf leads to itself. */
    private int comparison(FlatForest forest, int node) {
        if (forest.isLeaf(node)) {
            return (LIMIT_MAX - 1) << GAUGE_BITS;
        }
        int test = forest.test(node);
        return gauges.limit(test) << GAUGE_BITS | gauges.of(test);
    }

    @Override
    public Scratch newScratch() {
        return Scratch.ofGauges(gauges.slots());
    }

    @Override
    public double sum(int[] ranks, Scratch scratch) {
        int[] gauge = scratch.gauges;
        gauges.write(ranks, GAUGE_BITS, gauge);
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
        long[] nodes = this.nodes;
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int step = steps[tree / LANES]; step > 0; step--) {
            a = next(nodes[a], gauge);
            b = next(nodes[b], gauge);
            c = next(nodes[c], gauge);
            d = next(nodes[d], gauge);
            e = next(nodes[e], gauge);
            f = next(nodes[f], gauge);
            g = next(nodes[g], gauge);
            h = next(nodes[h], gauge);
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
        int place = root;
        for (int step = steps; step > 0; step--) {
            place = next(nodes[place], gauge);
        }
        return place;
    }

    /** The gauges are shifted as the limits are, so that one subtraction compares them. */
    private static int next(long node, int[] gauge) {
        int comparison = (int) node;
        int isAbove = (comparison - gauge[comparison & (gauge.length - 1)]) >>> (Integer.SIZE - 1);
        return (int) (node >>> Integer.SIZE) + isAbove;
    }
}
