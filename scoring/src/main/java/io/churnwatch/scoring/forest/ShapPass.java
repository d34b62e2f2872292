package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * One walk over a forest with five quadrature points, held in local variables: an array of five would be loaded and stored at
 * every node. Belongs to one thread.
 */
final class ShapPass {
    static final int POINTS = 5;
    private static final int NONE = -1;

    private final TreeShap shap;
    private final FlatForest forest;

    // By point: t, 1 − t, the weight, and the weight × 1 / (1 − t): what a field loses that the row disagrees with.
    private final double t0;
    private final double t1;
    private final double t2;
    private final double t3;
    private final double t4;
    private final double rest0;
    private final double rest1;
    private final double rest2;
    private final double rest3;
    private final double rest4;
    private final double weight0;
    private final double weight1;
    private final double weight2;
    private final double weight3;
    private final double weight4;
    private final double cold0;
    private final double cold1;
    private final double cold2;
    private final double cold3;
    private final double cold4;

    private final double[] inverse; // by node and point: 1 / (t + (1 − t) z) after the edge to the node

    private final int[] last; // by field: the node below its last split on the path
    private final boolean[] agrees; // by field: whether the row does with all of its splits on the path
    private double[] contributions = new double[0];
    private byte[] fails = new byte[0];

    // What a descent leaves behind, by point: the sum over the leaves below of value × scale × product.
    private double sum0;
    private double sum1;
    private double sum2;
    private double sum3;
    private double sum4;

    /** Points beyond the rule's last one have weight 0. */
    ShapPass(TreeShap shap, int fields, GaussLegendre rule, int first) {
        this.shap = shap;
        this.forest = shap.forest();
        this.last = new int[fields];
        this.agrees = new boolean[fields];
        double[] t = Arrays.copyOfRange(rule.points(), first, first + POINTS);
        double[] weights = Arrays.copyOfRange(rule.weights(), first, first + POINTS);
        t0 = t[0];
        t1 = t[1];
        t2 = t[2];
        t3 = t[3];
        t4 = t[4];
        rest0 = 1 - t0;
        rest1 = 1 - t1;
        rest2 = 1 - t2;
        rest3 = 1 - t3;
        rest4 = 1 - t4;
        weight0 = weights[0];
        weight1 = weights[1];
        weight2 = weights[2];
        weight3 = weights[3];
        weight4 = weights[4];
        cold0 = weight0 / rest0;
        cold1 = weight1 / rest1;
        cold2 = weight2 / rest2;
        cold3 = weight3 / rest3;
        cold4 = weight4 / rest4;
        inverse = inverses(shap, t);
    }

    private static double[] inverses(TreeShap shap, double[] t) {
        double[] inverse = new double[shap.forest().nodes() * POINTS];
        for (int i = 0; i < inverse.length; i++) {
            double point = t[i % POINTS];
            inverse[i] = 1 / (point + (1 - point) * shap.share(i / POINTS));
        }
        return inverse;
    }

    /** Adds this pass's part, summed over the trees. */
    void addTo(double[] contributions, byte[] fails) {
        this.contributions = contributions;
        this.fails = fails;
        Arrays.fill(last, NONE);
        Arrays.fill(agrees, true);
        for (int tree = 0; tree < forest.size(); tree++) {
            descend(forest.root(tree), 1, 1, 1, 1, 1, 1);
        }
    }

    /**
     * Goes down to the leaves and comes back with their sums.
     *
     * @param scale the factors of the path that are the same for all points
     * @param p0 the other factors, at the first point, and so on
     */
    private void descend(int node, double scale, double p0, double p1, double p2, double p3, double p4) {
        if (forest.isLeaf(node)) {
            double value = forest.known(node) * scale;
            sum0 = value * p0;
            sum1 = value * p1;
            sum2 = value * p2;
            sum3 = value * p3;
            sum4 = value * p4;
            return;
        }
        int field = shap.player(node);
        boolean right = fails[forest.test(node)] != 0;
        int hot = right ? forest.right(node) : forest.left(node);
        int cold = right ? forest.left(node) : forest.right(node);
        int before = last[field];
        if (!agrees[field]) {
            passBy(field, hot, cold, scale / shap.share(before), p0, p1, p2, p3, p4);
        } else if (before == NONE) {
            split(field, hot, cold, scale, p0, p1, p2, p3, p4);
        } else {
            splitAgain(field, hot, cold, scale, p0, p1, p2, p3, p4);
        }
        last[field] = before;
    }

    /** The field's first split on the path: it parts into where the row agrees and where it does not. */
    private void split(
            int field, int hot, int cold, double scale, double p0, double p1, double p2, double p3, double p4) {
        double z = shap.share(hot);
        last[field] = hot;
        descend(
                hot,
                scale,
                p0 * (t0 + rest0 * z),
                p1 * (t1 + rest1 * z),
                p2 * (t2 + rest2 * z),
                p3 * (t3 + rest3 * z),
                p4 * (t4 + rest4 * z));
        double hot0 = sum0;
        double hot1 = sum1;
        double hot2 = sum2;
        double hot3 = sum3;
        double hot4 = sum4;
        double moved = agreed(hot);

        last[field] = cold;
        agrees[field] = false;
        descend(cold, scale * shap.share(cold), p0 * rest0, p1 * rest1, p2 * rest2, p3 * rest3, p4 * rest4);
        agrees[field] = true;
        contributions[field] += moved - disagreed();
        sum0 += hot0;
        sum1 += hot1;
        sum2 += hot2;
        sum3 += hot3;
        sum4 += hot4;
    }

    /** A further split of a field that the row agreed with so far: its factor and what it moved are taken back first. */
    private void splitAgain(
            int field, int hot, int cold, double scale, double p0, double p1, double p2, double p3, double p4) {
        int before = last[field];
        int at = before * POINTS;
        split(
                field,
                hot,
                cold,
                scale,
                p0 * inverse[at],
                p1 * inverse[at + 1],
                p2 * inverse[at + 2],
                p3 * inverse[at + 3],
                p4 * inverse[at + 4]);
        contributions[field] -= agreed(before);
    }

    /** The row disagreed with the field further up: both sides count by their share, and nothing moves any more. */
    private void passBy(
            int field, int one, int other, double scale, double p0, double p1, double p2, double p3, double p4) {
        last[field] = one;
        descend(one, scale * shap.share(one), p0, p1, p2, p3, p4);
        double one0 = sum0;
        double one1 = sum1;
        double one2 = sum2;
        double one3 = sum3;
        double one4 = sum4;
        last[field] = other;
        descend(other, scale * shap.share(other), p0, p1, p2, p3, p4);
        sum0 += one0;
        sum1 += one1;
        sum2 += one2;
        sum3 += one3;
        sum4 += one4;
    }

    /** What a field gains on the leaves below, when the row agrees with its splits up to that node. */
    private double agreed(int node) {
        int at = node * POINTS;
        return (1 - shap.share(node))
                * (weight0 * inverse[at] * sum0
                        + weight1 * inverse[at + 1] * sum1
                        + weight2 * inverse[at + 2] * sum2
                        + weight3 * inverse[at + 3] * sum3
                        + weight4 * inverse[at + 4] * sum4);
    }

    /** What a field loses on the leaves below, where the row disagrees with it. */
    private double disagreed() {
        return cold0 * sum0 + cold1 * sum1 + cold2 * sum2 + cold3 * sum3 + cold4 * sum4;
    }
}
