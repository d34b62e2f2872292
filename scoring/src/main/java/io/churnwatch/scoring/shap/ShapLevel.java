package io.churnwatch.scoring.shap;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The inner nodes of one height in a {@link ShapBlock}, one a column. Each has its taller child in the same column of the level
 * below; the lower child is a leaf, or at the end of some level further down. Immutable.
 */
final class ShapLevel {
    /** A player's sum is spread over so many places, for an addition waits for the one before it at the same place. */
    static final int STRIPES = 8;

    /** By column: 2 × test, + 1 if the taller child is the right one. */
    final int[] turns;

    /** By column: the edge below the last split on the same player, or {@link ShapBlock#ALWAYS}. */
    final int[] before;

    /** By column: the share of the training records that go to the taller child. */
    final double[] share;

    /** By point and column: the share of the walks that know the player, of those that come by and agree with the row so far. */
    final double[][] known;

    /** By column: the value of the lower child where it is a leaf. */
    final double[] lower;

    /** The columns whose lower child is no leaf. */
    final int[] forks;

    /** By fork: the column of its lower child. */
    final int[] branches;

    /** By column: player × {@link #STRIPES} + one of the stripes. */
    final int[] credit;

    ShapLevel(ShapNodes nodes, int[] members, int[] column, int[] edge, double[] points) {
        ShapTrees trees = nodes.trees();
        turns = ints(members, node -> 2 * trees.test(node) + (nodes.taller(node) == trees.right(node) ? 1 : 0));
        before = ints(members, node -> nodes.isAskedBefore(node) ? edge[nodes.before(node)] : ShapBlock.ALWAYS);
        share = doubles(members, node -> trees.share(node, nodes.taller(node)));
        known = DoubleStream.of(points)
                .mapToObj(t -> doubles(members, node -> t / (t + (1 - t) * nodes.agreeing(node))))
                .toArray(double[][]::new);
        lower = doubles(members, node -> trees.isLeaf(nodes.lower(node)) ? trees.value(nodes.lower(node)) : 0);
        forks = IntStream.range(0, members.length)
                .filter(i -> !trees.isLeaf(nodes.lower(members[i])))
                .toArray();
        branches = ints(forks, i -> column[nodes.lower(members[i])]);
        credit = IntStream.range(0, members.length)
                .map(i -> trees.player(members[i]) * STRIPES + i % STRIPES)
                .toArray();
    }

    int size() {
        return share.length;
    }

    private static int[] ints(int[] keys, IntUnaryOperator value) {
        return IntStream.of(keys).map(value).toArray();
    }

    private static double[] doubles(int[] keys, IntToDoubleFunction value) {
        return IntStream.of(keys).mapToDouble(value).toArray();
    }
}
