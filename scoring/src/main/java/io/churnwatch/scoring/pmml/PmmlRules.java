package io.churnwatch.scoring.pmml;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dmg.pmml.Array;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Entity;
import org.dmg.pmml.FieldColumnPair;
import org.dmg.pmml.Indexable;
import org.dmg.pmml.LocalTransformations;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.Output;
import org.dmg.pmml.PMMLObject;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.TransformationDictionary;
import org.dmg.pmml.VisitorAction;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.model.ArrayUtil;
import org.jpmml.model.InvalidElementException;
import org.jpmml.model.visitors.AbstractVisitor;

/**
 * Holds a document to rules that a reader of forests takes for granted, because it looks at what it needs and at nothing else. What
 * breaks one is damaged or was put together wrongly, and jpmml refuses it too; here as an {@link InvalidElementException}.
 */
final class PmmlRules extends AbstractVisitor {
    private final Set<String> dataFields = new HashSet<>();
    private Set<String> nodeIds = Set.of(); // of the tree being visited

    @Override
    public VisitorAction visit(DataDictionary dictionary) {
        requireDistinct(dictionary.getDataFields(), dictionary);
        dictionary.getDataFields().forEach(field -> dataFields.add(field.requireName()));
        return super.visit(dictionary);
    }

    @Override
    public VisitorAction visit(MiningSchema schema) {
        requireDistinct(schema.getMiningFields(), schema);
        return super.visit(schema);
    }

    @Override
    public VisitorAction visit(LocalTransformations transformations) {
        requireDistinct(transformations.getDerivedFields(), transformations);
        return super.visit(transformations);
    }

    @Override
    public VisitorAction visit(TransformationDictionary dictionary) {
        requireDistinct(dictionary.getDerivedFields(), dictionary);
        requireDistinct(dictionary.getDefineFunctions(), dictionary);
        return super.visit(dictionary);
    }

    @Override
    public VisitorAction visit(Output output) {
        requireDistinct(output.getOutputFields(), output);
        return super.visit(output);
    }

    @Override
    public VisitorAction visit(FieldColumnPair pair) {
        pair.requireField();
        pair.requireColumn();
        return super.visit(pair);
    }

    @Override
    public VisitorAction visit(DerivedField field) {
        field.requireOpType();
        field.requireDataType();
        require(
                !dataFields.contains(field.requireName()),
                field.getName() + " is a DataField and a DerivedField",
                field);
        return super.visit(field);
    }

    @Override
    public VisitorAction visit(Segmentation segmentation) {
        Set<String> ids = new HashSet<>();
        for (Segment segment : segmentation.requireSegments()) {
            requireNew(segment, ids, "Segment");
        }
        return super.visit(segmentation);
    }

    @Override
    public VisitorAction visit(TreeModel tree) {
        nodeIds = new HashSet<>();
        return super.visit(tree);
    }

    @Override
    public VisitorAction visit(Node node) {
        requireNew(node, nodeIds, "Node");
        Set<String> classes = new HashSet<>();
        for (ScoreDistribution share : NodeRecords.distributions(node)) {
            String name = share.requireValue().toString();
            require(classes.add(name), "A Node has two ScoreDistributions of " + name, share);
        }
        return super.visit(node);
    }

    @Override
    public VisitorAction visit(Array array) {
        if (array.getValue() instanceof String text) {
            List<String> values = ArrayUtil.parse(array.requireType(), text);
            Integer count = array.getN();
            require(count == null || count == values.size(), "An Array of n=" + count + " has " + values.size(), array);
            values.forEach(value -> requireTyped(value, array));
        }
        return super.visit(array);
    }

    /** An id that is not there is the element's number. */
    private static void requireNew(Entity<?> entity, Set<String> ids, String what) {
        Object given = entity.getId();
        String id = given == null ? String.valueOf(ids.size() + 1) : given.toString();
        require(ids.add(id), "Two " + what + "s have the id " + id, entity);
    }

    private static <E extends PMMLObject & Indexable<?>> void requireDistinct(Collection<E> elements, PMMLObject list) {
        Set<Object> keys = new HashSet<>();
        for (E element : elements) {
            Object key = element.getKey();
            require(keys.add(key), list.getClass().getSimpleName() + " lists " + key + " twice", element);
        }
    }

    private static void requireTyped(String value, Array array) {
        try {
            if (array.requireType() == Array.Type.INT) {
                Integer.parseInt(value);
            } else if (array.requireType() == Array.Type.REAL) {
                Double.parseDouble(value);
            }
        } catch (NumberFormatException e) {
            throw new InvalidElementException("An Array of numbers has " + value, array);
        }
    }

    private static void require(boolean kept, String otherwise, PMMLObject element) {
        if (!kept) {
            throw new InvalidElementException(otherwise, element);
        }
    }
}
