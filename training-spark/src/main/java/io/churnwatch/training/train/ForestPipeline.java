package io.churnwatch.training.train;

import io.churnwatch.training.data.CustomerColumns;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From a customer's columns to a probability: fill unknown numbers, index the categories, grow the forest. */
public final class ForestPipeline {
    /** Spark's 256 would split the deep levels of a hundred trees into several passes over the customers. */
    private static final int FOREST_MEMORY_MB = 1_024;

    public static FittedForest fit(Dataset<Row> training, ForestParameters parameters) {
        PipelineStage[] stages = {fillNumbers(), indexCategories(), assemble(), forest(parameters)};
        return new FittedForest(new Pipeline().setStages(stages).fit(training));
    }

    /** The column of the training table behind each position of the forest's feature vector. */
    public static List<String> vectorFields() {
        return Stream.concat(CustomerColumns.numbers().stream(), CustomerColumns.categories().stream())
                .toList();
    }

    private static Imputer fillNumbers() {
        return new Imputer()
                .setInputCols(array(CustomerColumns.numbers()))
                .setOutputCols(array(suffixed(CustomerColumns.numbers(), "_filled")))
                .setStrategy("median");
    }

    private static StringIndexer indexCategories() {
        return new StringIndexer()
                .setInputCols(array(CustomerColumns.categories()))
                .setOutputCols(array(suffixed(CustomerColumns.categories(), "_index")))
                .setHandleInvalid("keep");
    }

    private static VectorAssembler assemble() {
        List<String> columns = Stream.concat(
                        suffixed(CustomerColumns.numbers(), "_filled").stream(),
                        suffixed(CustomerColumns.categories(), "_index").stream())
                .toList();
        return new VectorAssembler().setInputCols(array(columns)).setOutputCol("features");
    }

    private static RandomForestClassifier forest(ForestParameters parameters) {
        return new RandomForestClassifier()
                .setLabelCol(CustomerColumns.EXITED)
                .setFeaturesCol("features")
                .setNumTrees(parameters.trees())
                .setMaxDepth(parameters.depth())
                .setMinInstancesPerNode(parameters.minInstances())
                .setFeatureSubsetStrategy(Double.toString(parameters.featureSubset()))
                .setMaxBins(parameters.maxBins())
                .setMaxMemoryInMB(FOREST_MEMORY_MB)
                .setSeed(parameters.seed());
    }

    private static List<String> suffixed(List<String> names, String suffix) {
        return names.stream().map(name -> name + suffix).toList();
    }

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }

    private ForestPipeline() {}
}
