package io.churnwatch.scoring.shap;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.SplitTests;

/** Adapts a forest to {@link TreeShap}. */
record ForestShapTrees(FlatForest forest, SplitTests splits, Players fields) implements ShapTrees {
    @Override
    public int size() {
        return forest.size();
    }

    @Override
    public int nodes() {
        return forest.nodes();
    }

    @Override
    public int root(int tree) {
        return forest.root(tree);
    }

    @Override
    public boolean isLeaf(int node) {
        return forest.isLeaf(node);
    }

    @Override
    public double value(int leaf) {
        return forest.valueOrZero(leaf);
    }

    @Override
    public int left(int node) {
        return forest.left(node);
    }

    @Override
    public int right(int node) {
        return forest.right(node);
    }

    @Override
    public double cover(int node) {
        return forest.cover(node);
    }

    @Override
    public int tests() {
        return splits.size();
    }

    @Override
    public int test(int node) {
        return forest.test(node);
    }

    @Override
    public int players() {
        return fields.size();
    }

    @Override
    public int player(int node) {
        return fields.of(splits.axis(forest.test(node)));
    }
}
