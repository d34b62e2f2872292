package io.churnwatch.scoring.shap;

import java.util.Arrays;

/** What one walk over the trees finds out about them, for their explanations to build upon. Immutable and thread-safe. */
final class ShapNodes {
    private static final int NONE = -1;

    private final ShapTrees trees;
    private final int[] height; // by node
    private final int[] before; // by inner node
    private final double[] agreeing; // by inner node
    private final int[] playersMax; // by tree
    private final int[] innerNodes; // by tree
    private final double mean;

    // Where the walk is.
    private final int[] last; // by player: the node below its last split on the path
    private final double[] share; // by player: of the records that agree with its splits on the path
    private int players; // on the path
    private int playersSeen; // the most on any path of the tree so far
    private int nodesSeen; // of the tree so far, other than leaves

    ShapNodes(ShapTrees trees) {
        this.trees = trees;
        this.height = new int[trees.nodes()];
        this.before = new int[trees.nodes()];
        this.agreeing = new double[trees.nodes()];
        this.playersMax = new int[trees.size()];
        this.innerNodes = new int[trees.size()];
        this.last = new int[trees.players()];
        this.share = new double[trees.players()];
        Arrays.fill(last, NONE);
        Arrays.fill(share, 1);
        double sum = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            playersSeen = 0;
            nodesSeen = 0;
            sum += visit(trees.root(tree));
            playersMax[tree] = playersSeen;
            innerNodes[tree] = nodesSeen;
        }
        mean = sum / trees.size();
    }

    ShapTrees trees() {
        return trees;
    }

    /** The mean of the trees over the training records. */
    double mean() {
        return mean;
    }

    /** How many players the longest list of different players on a path of the tree has. */
    int playersMax(int tree) {
        return playersMax[tree];
    }

    /** Number of nodes of a tree that are no leaves. */
    int innerNodes(int tree) {
        return innerNodes[tree];
    }

    /** How many edges lie between a node and its deepest leaf. */
    int height(int node) {
        return height[node];
    }

    /** The child whose leaves are deeper; the left one when there is no difference. */
    int taller(int node) {
        return height[trees.left(node)] >= height[trees.right(node)] ? trees.left(node) : trees.right(node);
    }

    int lower(int node) {
        return taller(node) == trees.left(node) ? trees.right(node) : trees.left(node);
    }

    /** Whether the node's player is asked further up, too. */
    boolean isAskedBefore(int node) {
        return before[node] != NONE;
    }

    /** The node below the last split further up that asks the same player. */
    int before(int node) {
        return before[node];
    }

    /** The share of the training records that agree with all splits further up that ask the node's player; 1 if there are none. */
    double agreeing(int node) {
        return agreeing[node];
    }

    /** Returns the mean of the records that come by. */
    private double visit(int node) {
        if (trees.isLeaf(node)) {
            playersSeen = Math.max(playersSeen, players);
            return trees.value(node);
        }
        nodesSeen++;
        int player = trees.player(node);
        before[node] = last[player];
        agreeing[node] = share[player];
        players += isAskedBefore(node) ? 0 : 1;
        double sum = visit(node, trees.left(node), player) + visit(node, trees.right(node), player);
        players -= isAskedBefore(node) ? 0 : 1;
        last[player] = before[node];
        share[player] = agreeing[node];
        height[node] = 1 + Math.max(height[trees.left(node)], height[trees.right(node)]);
        return sum;
    }

    private double visit(int node, int child, int player) {
        double part = trees.share(node, child);
        last[player] = child;
        share[player] = agreeing[node] * part;
        return part * visit(child);
    }
}
