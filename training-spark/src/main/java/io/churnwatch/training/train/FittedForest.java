package io.churnwatch.training.train;

import io.churnwatch.training.data.CustomerColumns;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A fitted pipeline, and the forest at its end. */
public record FittedForest(PipelineModel pipeline) {
    private static final String FEATURES = "features";
    private static final String PROBABILITY = "probability";
    private static final int EXITED_CLASS = 1;

    /**
     * For every threshold of every tree one of these customers who shows on which side of it an engine goes; the position is
     * that of {@code customers.collectAsList()}. None where no customer gets that far.
     */
    public List<Witness> witnesses(Dataset<Row> customers) {
        List<double[]> vectors =
                vectors(customers).stream().map(Vector::toArray).toList();
        return new WitnessSearch(trees(), vectors).search();
    }

    /** These customers with the columns of every stage, the last of them the probability. */
    public Dataset<Row> score(Dataset<Row> customers) {
        return pipeline.transform(customers);
    }

    /** The feature vectors of these customers, as the forest gets them from the stages before it. */
    public List<Vector> vectors(Dataset<Row> customers) {
        return score(customers).select(FEATURES).collectAsList().stream()
                .map(row -> row.<Vector>getAs(FEATURES))
                .toList();
    }

    /** The last stage. */
    public RandomForestClassificationModel forest() {
        return (RandomForestClassificationModel) pipeline.stages()[pipeline.stages().length - 1];
    }

    /** The probability of leaving in a row of {@link #score}. */
    public static double probability(Row scored) {
        return probability(scored.<Vector>getAs(PROBABILITY));
    }

    /** The probability of leaving among those of both classes. */
    public static double probability(Vector classes) {
        return classes.apply(EXITED_CLASS);
    }

    /** What the forest says of customers whose outcome is known. */
    public List<ScoredCustomer> judge(Dataset<Row> customers) {
        return score(customers).select(PROBABILITY, CustomerColumns.EXITED).collectAsList().stream()
                .map(row -> new ScoredCustomer(probability(row), row.<Double>getAs(CustomerColumns.EXITED) == 1))
                .toList();
    }

    private List<Node> trees() {
        return Arrays.stream(forest().trees())
                .map(DecisionTreeClassificationModel::rootNode)
                .toList();
    }
}
