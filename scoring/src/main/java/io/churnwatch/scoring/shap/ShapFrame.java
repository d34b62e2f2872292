package io.churnwatch.scoring.shap;

import java.util.Arrays;

/**
 * An inner node with the rows of a {@link ShapBatch} side by side. The loops are so plain that they are compiled to vector instructions;
 * the formulas are in {@link TreeShap}, with the left child as the one and the right child as the other.
 */
final class ShapFrame {
    final double[] agreesLeft; // by row: 1 if it agrees with all splits of the player down to the left child, else 0
    final double[] agreesRight;
    final double[][] expectedLeft; // by point and row: g₁
    final double[][] reach; // by point and row: p × the point's weight

    private final double[] known; // by point: τ
    private final double[] pull; // by row: agrees × (o − r)
    private final double[] slope; // by row: the sum over the points of reach × τ (1 − τ) (g₁ − g₂)

    private int rows;
    private int points;
    private double share; // r

    ShapFrame(int points, RowArrays arrays) {
        known = new double[points];
        agreesLeft = arrays.take();
        agreesRight = arrays.take();
        expectedLeft = arrays.take(points);
        reach = arrays.take(points);
        pull = arrays.take();
        slope = arrays.take();
    }

    /** How many arrays a frame takes. */
    static int arrays(int points) {
        return 2 * points + 4;
    }

    /**
     * Comes to a node.
     *
     * @param share of its training records that go left
     * @param agreeing the share of training records that agree with all splits of the player above
     * @param agrees by row: 1 if it does, too, else 0
     * @param goesRight by row: 1 or 0
     */
    void enter(int rows, double[] points, double share, double agreeing, double[] agrees, double[] goesRight) {
        this.rows = rows;
        this.points = points.length;
        this.share = share;
        for (int k = 0; k < points.length; k++) {
            known[k] = points[k] / (points[k] + (1 - points[k]) * agreeing);
        }
        turn(rows, share, agrees, goesRight, agreesLeft, agreesRight, pull);
        Arrays.fill(slope, 0, rows, 0);
    }

    void goLeft(ShapFrame child) {
        for (int k = 0; k < points; k++) {
            goOn(rows, reach[k], share, known[k], pull, child.reach[k]);
        }
    }

    void goRight(ShapFrame child) {
        for (int k = 0; k < points; k++) {
            goOn(rows, reach[k], 1 - share, -known[k], pull, child.reach[k]);
        }
    }

    /** Writes what is expected at the node, whose children are leaves. */
    void expectLeaves(double left, double right, double[][] expected) {
        double gap = left - right;
        for (int k = 0; k < points; k++) {
            double steepness = known[k] * (1 - known[k]) * gap;
            expectLeaves(rows, reach[k], right + share * gap, known[k] * gap, steepness, pull, slope, expected[k]);
        }
    }

    /** Puts what is expected at the node in the place of what is expected at the right child. */
    void expect(double[][] expected) {
        for (int k = 0; k < points; k++) {
            double steepness = known[k] * (1 - known[k]);
            expect(rows, reach[k], share, known[k], steepness, pull, slope, expectedLeft[k], expected[k]);
        }
    }

    /** Adds what the node contributes, by row. */
    void credit(double[] contributions) {
        for (int row = 0; row < rows; row++) {
            contributions[row] += pull[row] * slope[row];
        }
    }

    private static void turn(
            int rows,
            double share,
            double[] agrees,
            double[] goesRight,
            double[] agreesLeft,
            double[] agreesRight,
            double[] pull) {
        for (int row = 0; row < rows; row++) {
            double right = agrees[row] * goesRight[row];
            double left = agrees[row] - right;
            agreesRight[row] = right;
            agreesLeft[row] = left;
            pull[row] = left - agrees[row] * share;
        }
    }

    private static void goOn(int rows, double[] reach, double share, double known, double[] pull, double[] child) {
        for (int row = 0; row < rows; row++) {
            child[row] = reach[row] * (share + pull[row] * known);
        }
    }

    private static void expectLeaves(
            int rows,
            double[] reach,
            double mean,
            double move,
            double steepness,
            double[] pull,
            double[] slope,
            double[] expected) {
        for (int row = 0; row < rows; row++) {
            slope[row] += reach[row] * steepness;
            expected[row] = mean + pull[row] * move;
        }
    }

    private static void expect(
            int rows,
            double[] reach,
            double share,
            double known,
            double steepness,
            double[] pull,
            double[] slope,
            double[] left,
            double[] expected) {
        for (int row = 0; row < rows; row++) {
            double right = expected[row];
            double gap = left[row] - right;
            slope[row] += reach[row] * steepness * gap;
            expected[row] = right + (share + pull[row] * known) * gap;
        }
    }
}
