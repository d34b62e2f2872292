package io.churnwatch.scoring.shap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays trees out in {@link ShapBlock}s. */
final class ShapLayout {
    private final ShapNodes nodes;
    private final int[] column; // by inner node
    private final int[] edge; // by the node below it

    ShapLayout(ShapNodes nodes) {
        this.nodes = nodes;
        this.column = new int[nodes.trees().nodes()];
        this.edge = new int[nodes.trees().nodes()];
    }

    /** @param roots of trees that ask somebody */
    ShapBlock block(List<Integer> roots, GaussLegendre rule) {
        int[][] members = arrange(roots);
        int edges = number(members);
        ShapLevel[] levels = Stream.of(members)
                .map(level -> new ShapLevel(nodes, level, column, edge, rule.points()))
                .toArray(ShapLevel[]::new);
        return new ShapBlock(levels, weights(rule), gap(members[0]), edges);
    }

    /** Returns the nodes by height − 1 and column. */
    private int[][] arrange(List<Integer> roots) {
        int top = roots.stream().mapToInt(nodes::height).max().orElseThrow();
        List<List<Integer>> starting = new ArrayList<>(); // by height: the nodes that are no taller child
        for (int height = 0; height <= top; height++) {
            starting.add(new ArrayList<>());
        }
        roots.forEach(root -> starting.get(nodes.height(root)).add(root));
        int[][] members = new int[top][];
        List<Integer> line = new ArrayList<>();
        for (int height = top; height > 0; height--) {
            line.addAll(starting.get(height));
            members[height - 1] = line.stream().mapToInt(Integer::intValue).toArray();
            for (int i = 0; i < line.size(); i++) {
                int node = line.get(i);
                column[node] = i;
                starting.get(nodes.height(nodes.lower(node))).add(nodes.lower(node));
                line.set(i, nodes.taller(node));
            }
        }
        return members;
    }

    /** Numbers the edges from the top down, by the columns of the nodes above them. Returns how many there are. */
    private int number(int[][] members) {
        int next = ShapBlock.ALWAYS + 1;
        for (int l = members.length - 1; l >= 0; l--) {
            for (int node : members[l]) {
                edge[nodes.lower(node)] = next++;
                edge[nodes.taller(node)] = next++;
            }
        }
        return next;
    }

    private double[] weights(GaussLegendre rule) {
        return IntStream.range(0, rule.points().length)
                .mapToDouble(k -> rule.weights()[k] / (rule.points()[k] * (1 - rule.points()[k])))
                .map(weight -> weight / nodes.trees().size())
                .toArray();
    }

    private double[] gap(int[] lowest) {
        ShapTrees trees = nodes.trees();
        return IntStream.of(lowest)
                .mapToDouble(node -> trees.value(nodes.taller(node)) - trees.value(nodes.lower(node)))
                .toArray();
    }
}
