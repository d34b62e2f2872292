package io.churnwatch.training.train;

import io.churnwatch.training.data.RowFeatures;
import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.evaluate.Isotonic;
import io.churnwatch.training.evaluate.JudgedCustomer;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.ml.tree.TreeEnsembleModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fitted pipeline with trees at its end.
 *
 * @param calibration of the raw probabilities, if it helps
 */
public record FittedModel(PipelineModel pipeline, Optional<Isotonic> calibration) {
    private static final String PROBABILITY = "probability";
    private static final int EXITED_CLASS = 1;

    public FittedModel(PipelineModel pipeline) {
        this(pipeline, Optional.empty());
    }

    /** Returns the same model with a calibration, if one is given. */
    public FittedModel calibrated(Optional<Isotonic> by) {
        return new FittedModel(pipeline, by);
    }

    /**
     * Returns for every threshold of every tree a customer whose score shows which branch an engine takes; the position is that
     * in {@code customers.collectAsList()}. There is none if no customer reaches the threshold, or its number is a derived one.
     */
    public List<Witness> witnesses(Dataset<Row> customers) {
        List<double[]> vectors =
                vectors(customers).stream().map(Vector::toArray).toList();
        return new WitnessSearch(trees(), vectorFields(), vectors).search();
    }

    /** Returns these customers with the columns of every stage. */
    public Dataset<Row> score(Dataset<Row> customers) {
        return pipeline.transform(customers);
    }

    /** Returns the feature vectors of these customers, which are the input of the trees. */
    public List<Vector> vectors(Dataset<Row> customers) {
        return score(customers).select(TreePipeline.VECTOR).collectAsList().stream()
                .map(row -> row.<Vector>getAs(TreePipeline.VECTOR))
                .toList();
    }

    /** Returns the last stage. */
    @SuppressWarnings("unchecked") // a pipeline of ours ends with trees, which look at vectors
    public ProbabilisticClassificationModel<Vector, ?> classifier() {
        return (ProbabilisticClassificationModel<Vector, ?>) pipeline.stages()[pipeline.stages().length - 1];
    }

    /** Returns the probability of leaving in a row of {@link #score}. */
    public double probability(Row scored) {
        double raw = probability(scored.<Vector>getAs(PROBABILITY));
        return calibration.map(line -> line.of(raw)).orElse(raw);
    }

    /** Returns the raw probability of leaving among those of both classes. */
    public static double probability(Vector classes) {
        return classes.apply(EXITED_CLASS);
    }

    /** Scores customers whose outcome is known. They must fit into the memory of the driver. */
    public List<ScoredCustomer> judge(Dataset<Row> customers) {
        return JudgedCustomer.scores(judgeInFull(customers));
    }

    /** Scores the same customers, and keeps their features. */
    public List<JudgedCustomer> judgeInFull(Dataset<Row> customers) {
        return score(customers)
                .select(PROBABILITY, TrainingColumns.all().toArray(String[]::new))
                .collectAsList()
                .stream()
                .map(this::judged)
                .toList();
    }

    private JudgedCustomer judged(Row row) {
        boolean exited = row.<Double>getAs(TrainingColumns.EXITED) == 1;
        return new JudgedCustomer(new RowFeatures(row), new ScoredCustomer(probability(row), exited));
    }

    private List<String> vectorFields() {
        return Arrays.stream(pipeline.stages())
                .filter(VectorAssembler.class::isInstance)
                .flatMap(stage -> Arrays.stream(((VectorAssembler) stage).getInputCols()))
                .map(TreePipeline::fieldOf)
                .toList();
    }

    private List<Node> trees() {
        DecisionTreeModel[] trees = ((TreeEnsembleModel<?>) classifier()).trees();
        return Arrays.stream(trees).map(DecisionTreeModel::rootNode).toList();
    }
}
