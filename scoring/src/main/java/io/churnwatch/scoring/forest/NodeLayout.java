package io.churnwatch.scoring.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Where the nodes of a forest stand in an engine: tree by tree, and in each tree as many descendants of a node beside it as a cache line
 * takes, those first that most rows come by. A walk then takes a line for some three levels, where it would take one for each if they
 * stood level by level.
 *
 * <p>Siblings stand side by side, so that the right one's place is the left one's plus one. A leaf leads to itself, so that walks of
 * different depths can end together. Places may stay empty at the end of a line.
 *
 * @see <a href="https://doi.org/10.1109/TKDE.2013.73">Asadi, Lin, de Vries, Runtime optimizations for tree-based machine learning models,
 *     2014, on trees and caches</a>
 */
final class NodeLayout {
    /** How many trees, or rows, walk side by side: independent walks hide the latency of memory. */
    static final int LANES = 8;

    private static final int LINE_BYTES = 64;

    /** Before the first element of an array; the array itself, when it is large, begins with a line. */
    private static final int HEADER_BYTES = 16;

    private static final int EMPTY = -1;

    private final FlatForest forest;
    private final int perLine;
    private final int header; // in nodes
    private final int[] below; // by node: how many nodes its subtree has
    private final int[] node; // by place
    private final int[] next; // by place: that of the left child, or a leaf's own
    private final int[] roots;
    private final int[] steps; // by group of eight trees: how deep the deepest is
    private int size;

    /**
     * Places the nodes.
     *
     * @param nodeBytes how many bytes a node takes in the engine
     */
    NodeLayout(FlatForest forest, int nodeBytes) {
        this.forest = forest;
        this.perLine = LINE_BYTES / nodeBytes;
        this.header = HEADER_BYTES / nodeBytes;
        this.below = new int[forest.nodes()];
        int sizeMax = 2 * (forest.nodes() + perLine); // no more places stay empty than are taken
        this.node = new int[sizeMax];
        this.next = new int[sizeMax];
        this.roots = new int[forest.size()];
        this.steps = new int[(forest.size() + LANES - 1) / LANES];
        Arrays.fill(node, EMPTY);
        for (int tree = 0; tree < roots.length; tree++) {
            int root = forest.root(tree);
            count(root);
            roots[tree] = placeTree(root);
            steps[tree / LANES] = Math.max(steps[tree / LANES], forest.depth(root));
        }
    }

    private int count(int at) {
        below[at] = forest.isLeaf(at) ? 1 : 1 + count(forest.left(at)) + count(forest.right(at));
        return below[at];
    }

    private int placeTree(int root) {
        makeRoomFor(below[root]);
        Queue<Integer> waiting = new ArrayDeque<>(); // for a line of their own
        int first = place(root);
        fillLine(first, waiting);
        while (!waiting.isEmpty()) {
            int parent = waiting.remove();
            makeRoomFor(below[node[parent]] - 1);
            fillLine(parent, waiting);
        }
        return first;
    }

    /** Goes to the next line when so many nodes could stand together there, and cannot here. */
    private void makeRoomFor(int nodes) {
        if (room() < Math.min(nodes, perLine)) {
            size += room();
        }
    }

    /** Places that are left in the line. */
    private int room() {
        return perLine - (header + size) % perLine;
    }

    /** Places the descendants of a node, the most visited first, until the line is full; whose children are left over has to wait. */
    private void fillLine(int start, Queue<Integer> waiting) {
        int end = size + room();
        Queue<Integer> parents = new PriorityQueue<>(
                Comparator.comparingDouble(this::visits).reversed().thenComparingInt(place -> place));
        parents.add(start);
        while (!parents.isEmpty()) {
            int parent = parents.remove();
            if (forest.isLeaf(node[parent])) {
                continue;
            }
            if (size + 2 > end) {
                waiting.add(parent);
                continue;
            }
            next[parent] = place(forest.left(node[parent]));
            parents.add(next[parent]);
            parents.add(place(forest.right(node[parent])));
        }
    }

    /** As many as training records came by, where the document says; else as there are nodes below. */
    private double visits(int place) {
        double records = forest.cover(node[place]);
        return records > 0 ? records : below[node[place]];
    }

    private int place(int at) {
        int place = size++;
        node[place] = at;
        next[place] = place;
        return place;
    }

    /** How many places there are. */
    int size() {
        return size;
    }

    boolean isEmpty(int place) {
        return node[place] == EMPTY;
    }

    /** The node at a place. */
    int node(int place) {
        return node[place];
    }

    /** Where a row that goes left is next; a leaf's own place. */
    int next(int place) {
        return next[place];
    }

    /** How far ahead the farthest child stands. */
    int offsetMax() {
        int most = 0;
        for (int place = 0; place < size; place++) {
            most = Math.max(most, next[place] - place);
        }
        return most;
    }

    /** The values of the leaves by place. */
    double[] values() {
        double[] values = new double[size];
        for (int place = 0; place < size; place++) {
            values[place] = isEmpty(place) || !forest.isLeaf(node[place]) ? 0 : forest.value(node[place]);
        }
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
