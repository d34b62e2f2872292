package io.churnwatch.training.train;

import io.churnwatch.training.data.TrainingColumns;
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
import org.apache.spark.mllib.tree.impurity.ImpurityCalculator;

/**
 * Finds a witness for every threshold of every tree: moving it across the threshold changes the leaf's value, so an engine that
 * goes the other way there scores it differently. A witness found for one tree also serves other nodes on its paths.
 */
final class WitnessSearch {
    /** Both sides of a node may give the same value to one customer, and seldom to as many. */
    private static final int CUSTOMERS_TO_TRY = 100;

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
            witness(present, inner, split);
        }
        descend(inner.leftChild(), filter(present, inner.split(), true));
        descend(inner.rightChild(), filter(present, inner.split(), false));
    }

    private boolean isMovable(ContinuousSplit split) {
        return TrainingColumns.features().contains(fields.get(split.featureIndex()));
    }

    private void witness(int[] present, InternalNode node, ContinuousSplit split) {
        int customer = Arrays.stream(present)
                .limit(CUSTOMERS_TO_TRY)
                .filter(tried -> decides(node, split, movedTo(split, tried)))
                .findFirst()
                .orElse(present[0]);
        double[] moved = movedTo(split, customer);
        witnessed.add(node);
        trees.forEach(tree -> markPath(tree, moved, split));
        witnesses.add(new Witness(customer, new Threshold(fields.get(split.featureIndex()), split.threshold())));
    }

    private double[] movedTo(ContinuousSplit split, int customer) {
        double[] moved = customers.get(customer).clone();
        moved[split.featureIndex()] = split.threshold();
        return moved;
    }

    private void markPath(Node tree, double[] features, ContinuousSplit threshold) {
        Node node = tree;
        while (node instanceof InternalNode inner) {
            if (inner.split().equals(threshold) && decides(inner, threshold, features)) {
                witnessed.add(inner);
            }
            node = goesLeft(inner.split(), features) ? inner.leftChild() : inner.rightChild();
        }
    }

    /** Whether a customer on the threshold has another value than one just above it. */
    private static boolean decides(InternalNode node, ContinuousSplit split, double[] onThreshold) {
        double[] above = onThreshold.clone();
        above[split.featureIndex()] = Math.nextUp(split.threshold());
        return !Arrays.equals(value(node.leftChild(), onThreshold), value(node.rightChild(), above));
    }

    /** The statistics of the training records in a leaf, per record. */
    private static double[] value(Node from, double[] features) {
        Node node = from;
        while (node instanceof InternalNode inner) {
            node = goesLeft(inner.split(), features) ? inner.leftChild() : inner.rightChild();
        }
        ImpurityCalculator leaf = node.impurityStats();
        return Arrays.stream(leaf.stats()).map(sum -> sum / leaf.count()).toArray();
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
