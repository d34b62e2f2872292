package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.SplitTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the nodes of a {@link FlatForest}, children before their parents. Nodes are named by their positions; equal questions
 * become one test.
 */
final class ForestBuilder {
    /** Questions on the way to a leaf, one for each child that is asked before; engines and explanations walk trees recursively. */
    static final int LEVELS_MAX = 1_000;

    /** Questions that compound predicates make: of n columns that must all agree, two to the n. */
    private static final int JOINT_QUESTIONS_MAX = 1_000_000;

    private final List<FlatNode> nodes = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();
    private final Map<SplitTest, Integer> tests = new HashMap<>();
    private final List<SplitTest> testList = new ArrayList<>();
    private int jointQuestions;

    /** One node of the arrays to be; {@code left}, {@code right} and {@code elsewhere} are positions. */
    private record FlatNode(int test, double value, int left, int right, int elsewhere, double cover, int levels) {}

    /** A leaf that records of that number came to. */
    int leaf(double value, double cover) {
        return add(new FlatNode(FlatForest.LEAF, value, 0, 0, FlatForest.NOWHERE, cover, 0));
    }

    /** A leaf at which a row gets no score. */
    int noPrediction() {
        return leaf(Double.NaN, 0);
    }

    /**
     * A node that asks.
     *
     * @param elsewhere where a row goes without the value; {@link FlatForest#NOWHERE} when it gets no score then
     */
    int question(SplitTest test, int left, int right, int elsewhere) {
        double cover = nodes.get(left).cover() + nodes.get(right).cover();
        int levels = 1 + levels(left, right, elsewhere);
        return add(new FlatNode(positionOf(test), Double.NaN, left, right, elsewhere, cover, levels));
    }

    /** Questions on the longest way from any of these nodes to a leaf. */
    int levels(int left, int right, int elsewhere) {
        int missing = elsewhere == FlatForest.NOWHERE ? 0 : nodes.get(elsewhere).levels();
        return Math.max(
                missing, Math.max(nodes.get(left).levels(), nodes.get(right).levels()));
    }

    /** Counts a question that a compound predicate makes; false when there are too many. */
    boolean countJointQuestion() {
        return ++jointQuestions <= JOINT_QUESTIONS_MAX;
    }

    /** Makes a node the root of the next tree. */
    void addTree(int root) {
        roots.add(root);
    }

    FlatForest build() {
        return new FlatForest(
                List.copyOf(testList),
                roots.stream().mapToInt(Integer::intValue).toArray(),
                nodes.stream().mapToInt(FlatNode::test).toArray(),
                nodes.stream().mapToDouble(FlatNode::value).toArray(),
                nodes.stream().mapToInt(FlatNode::left).toArray(),
                nodes.stream().mapToInt(FlatNode::right).toArray(),
                nodes.stream().mapToInt(FlatNode::elsewhere).toArray(),
                nodes.stream().mapToDouble(FlatNode::cover).toArray(),
                hasOneParentEach());
    }

    private boolean hasOneParentEach() {
        boolean[] hasParent = new boolean[nodes.size()];
        for (FlatNode node : nodes) {
            if (node.test() != FlatForest.LEAF) {
                if (hasParent[node.left()] || hasParent[node.right()] || node.left() == node.right()) {
                    return false;
                }
                hasParent[node.left()] = true;
                hasParent[node.right()] = true;
            }
        }
        return true;
    }

    private int add(FlatNode node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    private int positionOf(SplitTest test) {
        return tests.computeIfAbsent(test, distinct -> {
            testList.add(distinct);
            return testList.size() - 1;
        });
    }
}
