package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.Array;
import org.dmg.pmml.False;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.model.ArrayUtil;

/**
 * Compiles PMML trees to a {@link FlatForest}. A PMML node asks its children one after the other and goes to the first
 * whose predicate is true; that becomes a chain of binary nodes.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/TreeModel.html">PMML 4.4, Tree Models</a>
 */
final class ForestBuilder {
    private final String positiveClass;
    private final List<FieldEncoder> encoders;
    private final Map<String, Integer> fieldIndex = new HashMap<>();
    private final List<FlatNode> nodes = new ArrayList<>();

    /** One node of the arrays to be; {@code left} and {@code right} are positions. */
    private record FlatNode(int field, double value, long[] set, int left, int right, double cover) {}

    /** A test on one field; {@code negated} swaps its sides. */
    private record Test(int field, double threshold, long[] set, boolean negated) {}

    private static final long[] NO_SET = {};

    ForestBuilder(List<FieldEncoder> encoders, String positiveClass) {
        this.encoders = encoders;
        this.positiveClass = positiveClass;
        for (int i = 0; i < encoders.size(); i++) {
            fieldIndex.put(encoders.get(i).name(), i);
        }
    }

    FlatForest build(Segmentation segmentation) throws UnsupportedPmmlException {
        List<Integer> roots = new ArrayList<>();
        for (Segment segment : segmentation.requireSegments()) {
            roots.add(tree(segment, "Segment " + segment.getId()));
        }
        return new FlatForest(
                roots.stream().mapToInt(Integer::intValue).toArray(),
                nodes.stream().mapToInt(FlatNode::field).toArray(),
                nodes.stream().mapToDouble(FlatNode::value).toArray(),
                nodes.stream().map(FlatNode::set).toArray(long[][]::new),
                nodes.stream().mapToInt(FlatNode::left).toArray(),
                nodes.stream().mapToInt(FlatNode::right).toArray(),
                nodes.stream().mapToDouble(FlatNode::cover).toArray());
    }

    private int tree(Segment segment, String place) throws UnsupportedPmmlException {
        if (!(segment.requirePredicate() instanceof True) || !(segment.requireModel() instanceof TreeModel tree)) {
            throw new UnsupportedPmmlException(place + " must be a TreeModel that always answers");
        }
        if (tree.requireMiningFunction() != MiningFunction.CLASSIFICATION) {
            throw new UnsupportedPmmlException("Not supported: " + place + "/TreeModel of function "
                    + tree.requireMiningFunction().value());
        }
        PmmlDocument.refuse(tree.getLocalTransformations(), place + "/TreeModel/LocalTransformations");
        PmmlDocument.refuse(tree.getTargets(), place + "/TreeModel/Targets");
        boolean missing = tree.getMissingValueStrategy() == TreeModel.MissingValueStrategy.NULL_PREDICTION;
        boolean noTrueChild = tree.getNoTrueChildStrategy() == TreeModel.NoTrueChildStrategy.RETURN_NULL_PREDICTION;
        if (!missing || !noTrueChild) {
            throw new UnsupportedPmmlException("Not supported: " + place + "/TreeModel with missingValueStrategy "
                    + tree.getMissingValueStrategy().value() + " and noTrueChildStrategy "
                    + tree.getNoTrueChildStrategy().value());
        }
        Node root = tree.requireNode();
        if (!(root.requirePredicate() instanceof True)) {
            throw new UnsupportedPmmlException("Not supported: " + place + "/TreeModel/Node with a predicate");
        }
        return node(root, place);
    }

    private int node(Node node, String place) throws UnsupportedPmmlException {
        return node.hasNodes() ? firstTrueChild(node.getNodes(), 0, place) : leaf(node, place);
    }

    private int firstTrueChild(List<Node> children, int next, String place) throws UnsupportedPmmlException {
        if (next == children.size()) {
            return add(new FlatNode(FlatForest.LEAF, Double.NaN, NO_SET, 0, 0, 0)); // no child is true: no prediction
        }
        Node child = children.get(next);
        Predicate predicate = child.requirePredicate();
        if (predicate instanceof True) {
            return node(child, place);
        }
        if (predicate instanceof False) {
            return firstTrueChild(children, next + 1, place);
        }
        Test test = test(predicate, place);
        int holds = node(child, place);
        int otherwise = firstTrueChild(children, next + 1, place);
        return add(new FlatNode(
                test.field(),
                test.threshold(),
                test.set(),
                test.negated() ? otherwise : holds,
                test.negated() ? holds : otherwise,
                nodes.get(holds).cover() + nodes.get(otherwise).cover()));
    }

    private int leaf(Node node, String place) throws UnsupportedPmmlException {
        double positive = 0;
        double sum = 0;
        for (ScoreDistribution distribution : node.getScoreDistributions()) {
            if (distribution.getProbability() != null || distribution.getRecordCount() == null) {
                throw new UnsupportedPmmlException(
                        "Not supported: " + place + "/ScoreDistribution without a recordCount or with a probability");
            }
            double count = distribution.getRecordCount().doubleValue();
            sum += count;
            if (distribution.requireValue().toString().equals(positiveClass)) {
                positive = count;
            }
        }
        if (!(sum > 0)) {
            throw new UnsupportedPmmlException(place + " has a leaf without records");
        }
        return add(new FlatNode(FlatForest.LEAF, positive / sum, NO_SET, 0, 0, sum));
    }

    private Test test(Predicate predicate, String place) throws UnsupportedPmmlException {
        if (predicate instanceof SimplePredicate simple) {
            return simple(simple, place);
        }
        if (predicate instanceof SimpleSetPredicate set) {
            boolean negated = set.requireBooleanOperator() == SimpleSetPredicate.BooleanOperator.IS_NOT_IN;
            return categoryTest(set.requireField(), values(set.requireArray()), negated, place);
        }
        throw unsupported(predicate.getClass().getSimpleName(), place);
    }

    private Test simple(SimplePredicate predicate, String place) throws UnsupportedPmmlException {
        String field = predicate.requireField();
        String value = String.valueOf(predicate.getValue());
        return switch (predicate.requireOperator()) {
            case LESS_OR_EQUAL -> numberTest(field, Double.parseDouble(value), false, place);
            case GREATER_THAN -> numberTest(field, Double.parseDouble(value), true, place);
            case LESS_THAN -> numberTest(field, Math.nextDown(Double.parseDouble(value)), false, place);
            case GREATER_OR_EQUAL -> numberTest(field, Math.nextDown(Double.parseDouble(value)), true, place);
            case EQUAL -> categoryTest(field, List.of(value), false, place);
            case NOT_EQUAL -> categoryTest(field, List.of(value), true, place);
            case IS_MISSING, IS_NOT_MISSING ->
                throw unsupported(
                        "SimplePredicate " + predicate.requireOperator().value(), place);
        };
    }

    private Test numberTest(String field, double threshold, boolean negated, String place)
            throws UnsupportedPmmlException {
        int index = indexOf(field, place);
        if (encoders.get(index).categorical()) {
            throw unsupported("an order of the categories of " + field, place);
        }
        return new Test(index, threshold, NO_SET, negated);
    }

    private Test categoryTest(String field, Collection<String> values, boolean negated, String place)
            throws UnsupportedPmmlException {
        int index = indexOf(field, place);
        FieldEncoder encoder = encoders.get(index);
        if (values.isEmpty()) {
            throw unsupported("an empty set of " + field, place);
        }
        if (!encoder.categorical()) {
            throw unsupported("equality of the number " + field, place);
        }
        BitSet codes = new BitSet();
        values.forEach(value -> codes.set(encoder.codeOf(value)));
        return new Test(index, Double.NaN, codes.toLongArray(), negated);
    }

    private int indexOf(String field, String place) throws UnsupportedPmmlException {
        Integer index = fieldIndex.get(field);
        if (index == null) {
            throw unsupported("a test on " + field + ", which is no active field", place);
        }
        return index;
    }

    private static Collection<String> values(Array array) {
        if (array.getValue() instanceof Collection<?> values) {
            return values.stream().map(Object::toString).toList();
        }
        return ArrayUtil.parse(array.requireType(), String.valueOf(array.getValue()));
    }

    private static UnsupportedPmmlException unsupported(String element, String place) {
        return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
    }

    private int add(FlatNode node) {
        nodes.add(node);
        return nodes.size() - 1;
    }
}
