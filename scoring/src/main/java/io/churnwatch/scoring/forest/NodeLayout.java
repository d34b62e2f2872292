package io.churnwatch.scoring.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The places of a forest's nodes in memory: tree by tree, and within a tree as many descendants next to a node as a cache line holds,
 * the most visited first. A walk then loads a line for every three levels or so; level by level it would load one for each.
 *
 * <p>Siblings are neighbours, the right one first, so the right one's place is the left one's less one. A leaf leads to itself, so
 * walks of different depths can end together. Places at the end of a line may stay empty.
 *
 * @see <a href="https://doi.org/10.1109/TKDE.2013.73">Asadi, Lin, de Vries, Runtime optimizations for tree-based machine learning models,
 *     2014, on trees and caches</a>
 */
final class NodeLayout {
    /** How many trees, or rows, are walked side by side: independent walks hide the latency of memory. */
    static final int LANES = 8;

    private static final int NODES_PER_LINE = 64 / Integer.BYTES;

    /** Nodes that an array's header takes the room of; the array itself, when it is large, begins with a line. */
    private static final int HEADER_NODES = 16 / Integer.BYTES;

    private static final int EMPTY = -1;

    private final FlatForest forest;
    private final int[] below; // by node: how many nodes its subtree has
    private final int[] node; // by place
    private final int[] next; // by place: the left child's, or a leaf's own
    private final int[] roots;
    private final int[] steps; // by group of eight trees: how deep the deepest is
    private int size;

    NodeLayout(FlatForest forest) {
        this.forest = forest;
        this.below = new int[forest.nodes()];
        int sizeMax = 2 * (forest.nodes() + NODES_PER_LINE); // no more places stay empty than are taken
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

    /** Moves to the next line when that many nodes fit there together, and do not fit here. */
    private void makeRoomFor(int nodes) {
        if (room() < Math.min(nodes, NODES_PER_LINE)) {
            size += room();
        }
    }

    /** Places left in the line. */
    private int room() {
        return NODES_PER_LINE - (HEADER_NODES + size) % NODES_PER_LINE;
    }

    /** Places the descendants of a node, the most visited first, until the line is full; a node whose children do not fit has to wait. */
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
            parents.add(place(forest.right(node[parent])));
            next[parent] = place(forest.left(node[parent]));
            parents.add(next[parent]);
        }
    }

    /** The training records that reached the node, where the document has them; otherwise the nodes below it. */
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

    /** The place of the left child; a leaf's own place. */
    int next(int place) {
        return next[place];
    }

    /** How far ahead of its parent the farthest child is. */
    int distanceMax() {
        int most = 0;
        for (int place = 0; place < size; place++) {
            most = Math.max(most, next[place] - place);
        }
        return most;
    }

    /** The places of the roots. */
    int[] roots() {
        return roots;
    }

    /** By group of eight trees, how many steps reach every leaf. */
    int[] steps() {
        return steps;
    }
}
