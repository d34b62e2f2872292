package io.churnwatch.training.train;

import io.churnwatch.training.data.CustomerColumns;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A fitted pipeline, and the forest at its end. */
public record FittedForest(PipelineModel pipeline) {
    private static final String PROBABILITY = "probability";
    private static final int EXITED_CLASS = 1;

    public RandomForestClassificationModel forest() {
        return (RandomForestClassificationModel) pipeline.stages()[pipeline.stages().length - 1];
    }

    /** Every threshold of the forest, once. */
    public Set<Threshold> thresholds() {
        Set<Threshold> thresholds = new LinkedHashSet<>();
        for (DecisionTreeClassificationModel tree : forest().trees()) {
            collect(tree.rootNode(), thresholds);
        }
        return thresholds;
    }

    /** These customers with the columns of every stage, the last of them the probability. */
    public Dataset<Row> score(Dataset<Row> customers) {
        return pipeline.transform(customers);
    }

    /** The probability of leaving in a row of {@link #score}. */
    public static double probability(Row scored) {
        return scored.<Vector>getAs(PROBABILITY).apply(EXITED_CLASS);
    }

    /** What the forest says of customers whose outcome is known. */
    public List<ScoredCustomer> judge(Dataset<Row> customers) {
        return score(customers).select(PROBABILITY, CustomerColumns.EXITED).collectAsList().stream()
                .map(row -> new ScoredCustomer(probability(row), row.<Double>getAs(CustomerColumns.EXITED) == 1))
                .toList();
    }

    private static void collect(Node node, Set<Threshold> thresholds) {
        if (node instanceof InternalNode inner) {
            if (inner.split() instanceof ContinuousSplit split) {
                String field = ForestPipeline.vectorFields().get(split.featureIndex());
                thresholds.add(new Threshold(field, split.threshold()));
            }
            collect(inner.leftChild(), thresholds);
            collect(inner.rightChild(), thresholds);
        }
    }
}
