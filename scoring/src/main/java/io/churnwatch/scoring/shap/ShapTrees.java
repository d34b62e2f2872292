package io.churnwatch.scoring.shap;

/** What {@link TreeShap} has to know of trees: who is asked at a node, and how many training records went where. */
interface ShapTrees {
    /** Number of trees. */
    int size();

    int nodes();

    int root(int tree);

    boolean isLeaf(int node);

    double value(int leaf);

    int left(int node);

    int right(int node);

    /** How many training records came by a node. */
    double cover(int node);

    /** Number of tests. */
    int tests();

    /** The test that says where a row goes from an inner node. */
    int test(int node);

    /** Among how many the score is shared out. */
    int players();

    /** Whose value an inner node asks for. */
    int player(int node);

    /** The share of a node's training records that went to one of its children. */
    default double share(int node, int child) {
        double records = cover(left(node)) + cover(right(node));
        return records > 0 ? cover(child) / records : 0.5;
    }
}
