package io.churnwatch.training.train;

import io.churnwatch.training.data.CustomerColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.ml.tree.CategoricalSplit;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.ml.tree.Split;

/**
 * Finds witnesses for every threshold of every tree: whoever moves them across it sees in which node an engine goes another
 * way. A witness found for one tree serves the other trees on whose paths it lies, too.
 */
final class WitnessSearch {
    private final List<Node> trees;
    private final List<String> fields;
    private final List<double[]> customers;
    private final Set<Node> witnessed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Witness> witnesses = new ArrayList<>();

    /** Takes the fields of a feature vector, and the vectors of the customers. */
    WitnessSearch(List<Node> trees, List<String> fields, List<double[]> customers) {
        this.trees = trees;
        this.fields = fields;
        this.customers = customers;
    }

    List<Witness> search() {
        int[] everyone = IntStream.range(0, customers.size()).toArray();
        trees.forEach(tree -> descend(tree, everyone));
        return witnesses;
    }

    private void descend(Node node, int[] present) {
        if (present.length == 0 || !(node instanceof InternalNode inner)) {
            return;
        }
        if (inner.split() instanceof ContinuousSplit split && isMovable(split) && !witnessed.contains(inner)) {
            witness(present[0], split);
        }
        descend(inner.leftChild(), filter(present, inner.split(), true));
        descend(inner.rightChild(), filter(present, inner.split(), false));
    }

    private boolean isMovable(ContinuousSplit split) {
        return CustomerColumns.features().contains(fields.get(split.featureIndex()));
    }

    private void witness(int customer, ContinuousSplit split) {
        double[] moved = customers.get(customer).clone();
        moved[split.featureIndex()] = split.threshold();
        trees.forEach(tree -> markPath(tree, moved, split));
        witnesses.add(new Witness(customer, new Threshold(fields.get(split.featureIndex()), split.threshold())));
    }

    private void markPath(Node tree, double[] features, ContinuousSplit threshold) {
        Node node = tree;
        while (node instanceof InternalNode inner) {
            if (inner.split().equals(threshold)) {
                witnessed.add(inner);
            }
            node = goesLeft(inner.split(), features) ? inner.leftChild() : inner.rightChild();
        }
    }

    private int[] filter(int[] present, Split split, boolean left) {
        return Arrays.stream(present)
                .filter(customer -> goesLeft(split, customers.get(customer)) == left)
                .toArray();
    }

    private static boolean goesLeft(Split split, double[] features) {
        double feature = features[split.featureIndex()];
        if (split instanceof ContinuousSplit continuous) {
            return feature <= continuous.threshold();
        }
        double[] left = ((CategoricalSplit) split).leftCategories();
        return Arrays.stream(left).anyMatch(category -> category == feature);
    }
}
