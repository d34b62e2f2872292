package io.churnwatch.scoring.shap;

/**
 * Some trees, laid out so that {@link ShapPass} computes many nodes at a time in plain loops over arrays. The inner nodes of one height
 * are a level. A node's taller child is exactly one level down in the same column, so a level's columns are the first ones of
 * the level below, and only the lower children that are no leaves have to be fetched one by one.
 *
 * <pre>
 * height 3   a
 * height 2   b   d          a: taller child b, lower child e
 * height 1   c   f   e      b: taller child c, lower child a leaf; d, the root of another tree: taller child f
 * </pre>
 *
 * Immutable.
 */
final class ShapBlock {
    /** The edge that every row agrees with. */
    static final int ALWAYS = 0;

    /** From the lowest on, of height 1, where both children are leaves. */
    final ShapLevel[] levels;

    /** By point: its weight ÷ t (1 − t), which the slopes leave out, and ÷ the number of all trees. */
    final double[] weights;

    /** By column of the lowest level: the value of the taller child less that of the lower one. */
    final double[] gap;

    /** By column of the lowest level: the mean of the records. */
    final double[] mean;

    /** Number of edges, with {@link #ALWAYS}. */
    final int edges;

    ShapBlock(ShapLevel[] levels, double[] weights, double[] gap, int edges) {
        this.levels = levels;
        this.weights = weights;
        this.gap = gap;
        this.edges = edges;
        this.mean = new double[gap.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = levels[0].lower[i] + levels[0].share[i] * gap[i];
        }
    }
}
