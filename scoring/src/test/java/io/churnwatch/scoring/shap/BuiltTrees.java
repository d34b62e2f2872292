package io.churnwatch.scoring.shap;

import java.util.ArrayList;
import java.util.List;

/** Trees that a test puts together, from the leaves up. Every player has a few tests of its own, one after the other. */
final class BuiltTrees implements ShapTrees {
    static final int TESTS_PER_PLAYER = 3;
    private static final int LEAF = -1;

    private final int players;
    private final List<Integer> roots;
    private final List<Node> nodes;

    private record Node(int test, double value, int left, int right, double cover) {}

    BuiltTrees(int players) {
        this(players, new ArrayList<>(), new ArrayList<>());
    }

    private BuiltTrees(int players, List<Integer> roots, List<Node> nodes) {
        this.players = players;
        this.roots = roots;
        this.nodes = nodes;
    }

    int leaf(double value, double records) {
        nodes.add(new Node(LEAF, value, 0, 0, records));
        return nodes.size() - 1;
    }

    int split(int test, int left, int right) {
        nodes.add(new Node(test, Double.NaN, left, right, cover(left) + cover(right)));
        return nodes.size() - 1;
    }

    void plant(int node) {
        roots.add(node);
    }

    /** The tree below a node. */
    BuiltTrees below(int node) {
        return new BuiltTrees(players, List.of(node), nodes);
    }

    /** The mean of the leaves that a row comes to. */
    double mean(byte[] goesRight) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (!isLeaf(node)) {
                node = goesRight[test(node)] == 1 ? right(node) : left(node);
            }
            sum += value(node);
        }
        return sum / size();
    }

    @Override
    public int size() {
        return roots.size();
    }

    @Override
    public int nodes() {
        return nodes.size();
    }

    @Override
    public int root(int tree) {
        return roots.get(tree);
    }

    @Override
    public boolean isLeaf(int node) {
        return nodes.get(node).test() == LEAF;
    }

    @Override
    public double value(int leaf) {
        return nodes.get(leaf).value();
    }

    @Override
    public int left(int node) {
        return nodes.get(node).left();
    }

    @Override
    public int right(int node) {
        return nodes.get(node).right();
    }

    @Override
    public double cover(int node) {
        return nodes.get(node).cover();
    }

    @Override
    public int tests() {
        return players * TESTS_PER_PLAYER;
    }

    @Override
    public int test(int node) {
        return nodes.get(node).test();
    }

    @Override
    public int players() {
        return players;
    }

    @Override
    public int player(int node) {
        return test(node) / TESTS_PER_PLAYER;
    }
}
