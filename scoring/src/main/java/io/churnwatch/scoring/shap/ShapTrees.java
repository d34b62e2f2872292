package io.churnwatch.scoring.shap;

/** What {@link TreeShap} needs of trees: the player of each node, and the training records that reached it. */
interface ShapTrees {
    /** Number of trees. */
    int size();

    int nodes();

    int root(int tree);

    boolean isLeaf(int node);

    double value(int leaf);

    int left(int node);

    int right(int node);

    /** How many training records reached a node. */
    double cover(int node);

    /** Number of tests. */
    int tests();

    /** The test of an inner node. */
    int test(int node);

    /** Number of players. */
    int players();

    /** The player whose value an inner node tests. */
    int player(int node);

    /** The share of a node's training records that went to one of its children. */
    default double share(int node, int child) {
        double records = cover(left(node)) + cover(right(node));
        return records > 0 ? cover(child) / records : 0.5;
    }
}
