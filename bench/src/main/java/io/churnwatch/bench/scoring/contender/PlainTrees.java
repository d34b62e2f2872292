package io.churnwatch.bench.scoring.contender;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.DataField;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.model.ArrayUtil;
import org.jpmml.model.PMMLUtil;

/**
 * The trees of a forest that Spark exported, in the arrays that anyone would write first: nodes in the order of a walk, a
 * category test as one word of bits. Reads what {@code TrainChurnModel} writes and refuses the rest. Immutable.
 */
public final class PlainTrees {
    /** {@link #field} of a leaf. */
    static final int LEAF = -1;

    private static final String LEAVES = "1"; // the class of those who leave

    private final List<String> fields = new ArrayList<>();
    private final Map<String, Map<String, Integer>> codes = new HashMap<>(); // by category field
    private final List<Node> nodes = new ArrayList<>();

    final int[] roots;
    final int[] field;
    final double[] value; // threshold of an inner node, probability of a leaf
    final long[] set; // the codes that go left; 0 for a number
    final int[] left;
    final int[] right;
    final double[] cover; // training records

    private record Node(int field, double value, long set, int left, int right, double cover) {}

    private record Test(int field, double threshold, long set) {}

    private PlainTrees(PMML document) {
        MiningModel model = (MiningModel) document.getModels().get(0);
        readFields(document, model);
        roots = model.getSegmentation().requireSegments().stream()
                .mapToInt(this::tree)
                .toArray();
        field = nodes.stream().mapToInt(Node::field).toArray();
        value = nodes.stream().mapToDouble(Node::value).toArray();
        set = nodes.stream().mapToLong(Node::set).toArray();
        left = nodes.stream().mapToInt(Node::left).toArray();
        right = nodes.stream().mapToInt(Node::right).toArray();
        cover = nodes.stream().mapToDouble(Node::cover).toArray();
    }

    /**
     * Reads a forest.
     *
     * @throws IllegalArgumentException when it is none, or not of the kind that Spark exports
     */
    public static PlainTrees read(byte[] pmml) {
        try {
            return new PlainTrees(PMMLUtil.unmarshal(new ByteArrayInputStream(pmml)));
        } catch (Exception e) { // JAXB, SAX and the parser have no other name in common
            throw new IllegalArgumentException("Not a forest of Spark's: " + e, e);
        }
    }

    /** The input fields, in the order of a row. */
    public List<String> fields() {
        return fields;
    }

    boolean isLeaf(int node) {
        return field[node] == LEAF;
    }

    boolean goesLeft(int node, double[] row) {
        double x = row[field[node]];
        return set[node] == 0 ? x <= value[node] : (set[node] >>> (int) x & 1) != 0;
    }

    /** How many edges lie between a node and its deepest leaf. */
    int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
    }

    /**
     * The features as the trees compare them: a number, or a category's code.
     *
     * @throws IllegalArgumentException when a value is unknown: the baselines replace none
     */
    public double[] encode(Features features) {
        return fields.stream().mapToDouble(name -> encode(name, features)).toArray();
    }

    private double encode(String name, Features features) {
        AttributeValue value = features.value(name);
        if (value == null) {
            throw new IllegalArgumentException("The value of " + name + " is unknown");
        }
        Map<String, Integer> known = codes.get(name);
        if (known != null) {
            return known.getOrDefault(String.valueOf(value.text()), known.size());
        }
        Double number = value.number();
        if (number == null) {
            throw new IllegalArgumentException("The value of " + name + " is not a number");
        }
        return number;
    }

    private void readFields(PMML document, MiningModel model) {
        Set<String> active = model.requireMiningSchema().getMiningFields().stream()
                .filter(mining -> mining.getUsageType() == MiningField.UsageType.ACTIVE)
                .map(MiningField::requireName)
                .collect(Collectors.toSet());
        for (DataField data : document.requireDataDictionary().getDataFields()) {
            if (active.contains(data.requireName())) {
                fields.add(data.requireName());
                if (data.requireOpType() == OpType.CATEGORICAL) {
                    codes.put(data.requireName(), codes(data));
                }
            }
        }
    }

    private static Map<String, Integer> codes(DataField data) {
        Map<String, Integer> codes = new HashMap<>();
        data.getValues().forEach(value -> codes.put(value.requireValue().toString(), codes.size()));
        return codes;
    }

    private int tree(Segment segment) {
        return node(((TreeModel) segment.requireModel()).requireNode());
    }

    private int node(org.dmg.pmml.tree.Node node) {
        return node.hasNodes() ? firstTrueOf(node.getNodes()) : leaf(node);
    }

    /** A PMML node asks its children in turn: the first that says yes is left, whoever remains is right. */
    private int firstTrueOf(List<org.dmg.pmml.tree.Node> children) {
        org.dmg.pmml.tree.Node first = children.get(0);
        if (first.requirePredicate() instanceof True) {
            return node(first);
        }
        Test test = test(first.requirePredicate());
        int position = nodes.size();
        nodes.add(new Node(LEAF, Double.NaN, 0, 0, 0, 0)); // its place, until its children have theirs
        int yes = node(first);
        int no = firstTrueOf(children.subList(1, children.size()));
        double records = nodes.get(yes).cover() + nodes.get(no).cover();
        nodes.set(position, new Node(test.field(), test.threshold(), test.set(), yes, no, records));
        return position;
    }

    private int leaf(org.dmg.pmml.tree.Node node) {
        double leaving = 0;
        double all = 0;
        for (ScoreDistribution share : node.getScoreDistributions()) {
            double count = share.requireRecordCount().doubleValue();
            all += count;
            leaving += share.requireValue().toString().equals(LEAVES) ? count : 0;
        }
        nodes.add(new Node(LEAF, leaving / all, 0, 0, 0, all));
        return nodes.size() - 1;
    }

    private Test test(Predicate predicate) {
        if (predicate instanceof SimplePredicate simple) {
            String value = String.valueOf(simple.getValue());
            return switch (simple.requireOperator()) {
                case LESS_OR_EQUAL -> new Test(fields.indexOf(simple.requireField()), Double.parseDouble(value), 0);
                case EQUAL -> categories(simple.requireField(), List.of(value));
                default -> throw new IllegalArgumentException("Operator " + simple.requireOperator());
            };
        }
        if (predicate instanceof SimpleSetPredicate set
                && set.requireBooleanOperator() == SimpleSetPredicate.BooleanOperator.IS_IN) {
            return categories(set.requireField(), values(set.requireArray()));
        }
        throw new IllegalArgumentException(predicate.getClass().getSimpleName());
    }

    private Test categories(String name, Collection<?> values) {
        Map<String, Integer> known = codes.getOrDefault(name, Map.of());
        long bits = 0;
        for (Object value : values) {
            Integer code = known.get(value.toString());
            if (code == null || code >= Long.SIZE - 1) {
                throw new IllegalArgumentException("Category " + value + " of " + name);
            }
            bits |= 1L << code;
        }
        return new Test(fields.indexOf(name), Double.NaN, bits);
    }

    private static Collection<?> values(org.dmg.pmml.Array array) {
        return array.getValue() instanceof Collection<?> values
                ? values
                : ArrayUtil.parse(array.requireType(), String.valueOf(array.getValue()));
    }
}
