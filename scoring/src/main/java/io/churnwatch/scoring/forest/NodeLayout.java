package io.churnwatch.scoring.forest;

import java.util.ArrayDeque;

/**
 * Where the nodes of a forest stand in an engine: tree by tree and breadth first, so that what is visited in the same step stands
 * together; siblings side by side, so that the right one is the left one's place plus one. A leaf leads to itself, so that walks of
 * different depths can end together.
 */
final class NodeLayout {
    /** How many trees, or rows, walk side by side: independent walks hide the latency of memory. */
    static final int LANES = 8;

    private final int[] node; // by place
    private final int[] next; // by place: that of the left child, or a leaf's own
    private final double[] values; // by place
    private final int[] roots;
    private final int[] steps; // by group of eight trees: how deep the deepest is
    private int size;

    NodeLayout(FlatForest forest) {
        node = new int[forest.nodes()];
        next = new int[forest.nodes()];
        values = new double[forest.nodes()];
        roots = new int[forest.size()];
        steps = new int[(forest.size() + LANES - 1) / LANES];
        for (int tree = 0; tree < roots.length; tree++) {
            int root = forest.root(tree);
            roots[tree] = place(forest, root);
            steps[tree / LANES] = Math.max(steps[tree / LANES], forest.depth(root));
        }
    }

    private int place(FlatForest forest, int root) {
        int first = size;
        node[size++] = root;
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        waiting.add(first);
        while (!waiting.isEmpty()) {
            int place = waiting.poll();
            if (forest.isLeaf(node[place])) {
                next[place] = place;
                values[place] = forest.value(node[place]);
            } else {
                next[place] = size;
                waiting.add(size);
                node[size++] = forest.left(node[place]);
                waiting.add(size);
                node[size++] = forest.right(node[place]);
            }
        }
        return first;
    }

    /** How many places are taken. */
    int size() {
        return size;
    }

    /** The node at a place. */
    int node(int place) {
        return node[place];
    }

    /** Where a row that goes left is next; a leaf's own place. */
    int next(int place) {
        return next[place];
    }

    /** The values of the leaves by place. */
    double[] values() {
        return values;
    }

    /** The places of the roots. */
    int[] roots() {
        return roots;
    }

    /** By group of eight trees, how many steps lead to all leaves. */
    int[] steps() {
        return steps;
    }
}
