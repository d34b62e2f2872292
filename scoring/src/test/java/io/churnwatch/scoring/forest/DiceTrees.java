package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trees grown by dice: any number of players, asked again and again on a path, and leaves of any value. */
final class DiceTrees implements ShapTrees {
    private static final int LEAF = -1;
    private static final int TESTS_PER_PLAYER = 3;

    private final Random random;
    private final int players;
    private final List<Integer> roots;
    private final List<Node> nodes;

    private record Node(int test, double value, int left, int right, double cover) {}

    /** @param players the last of whom is never asked */
    DiceTrees(long seed, int trees, int depth, int players) {
        this(new Random(seed), players, new ArrayList<>(), new ArrayList<>());
        for (int tree = 0; tree < trees; tree++) {
            roots.add(grow(depth, true));
        }
    }

    private DiceTrees(Random random, int players, List<Integer> roots, List<Node> nodes) {
        this.random = random;
        this.players = players;
        this.roots = roots;
        this.nodes = nodes;
    }

    /** One of the trees. */
    DiceTrees only(int tree) {
        return new DiceTrees(random, players, List.of(roots.get(tree)), nodes);
    }

    /** A row: where it goes, by test. */
    byte[] row() {
        byte[] goesRight = new byte[tests()];
        for (int test = 0; test < goesRight.length; test++) {
            goesRight[test] = (byte) random.nextInt(2);
        }
        return goesRight;
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

    private int grow(int depth, boolean root) {
        if (depth == 0 || players == 1 || random.nextInt(10) < (root ? 1 : 3)) {
            int records = random.nextInt(20); // none, now and then
            nodes.add(new Node(LEAF, random.nextGaussian(), 0, 0, records));
            return nodes.size() - 1;
        }
        int left = grow(depth - 1, false);
        int right = grow(depth - 1, false);
        int test = random.nextInt((players - 1) * TESTS_PER_PLAYER);
        nodes.add(new Node(test, Double.NaN, left, right, cover(left) + cover(right)));
        return nodes.size() - 1;
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
