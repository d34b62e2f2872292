package io.churnwatch.training.train;

import io.churnwatch.training.data.TrainingColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes a probability from a customer's columns: fill unknown numbers, derive features, index the categories, grow the trees.
 *
 * @param features the inputs of the trees
 * @param parameters the shape of the trees
 */
public record TreePipeline(ModelFeatures features, TreeParameters parameters) {
    static final String VECTOR = "features";

    private static final String FILLED = "_filled";
    private static final String INDEX = "_index";

    public FittedModel fit(Dataset<Row> training) {
        List<PipelineStage> stages = new ArrayList<>();
        ImputerModel filled = fillNumbers().fit(training);
        stages.add(filled);
        if (!features.derived().isEmpty()) {
            stages.add(deriveFeatures(filled.surrogateDF().first()));
        }
        if (!features.categories().isEmpty()) {
            stages.add(indexCategories(training));
        }
        stages.add(assemble());
        stages.add(parameters.classifier(VECTOR, TrainingColumns.EXITED));
        PipelineModel pipeline =
                new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(training);
        return new FittedModel(pipeline);
    }

    /** The field behind a column that goes into the vector: the customers', or a derived one. */
    static String fieldOf(String column) {
        return column.replaceFirst("(" + FILLED + "|" + INDEX + ")$", "");
    }

    private Imputer fillNumbers() {
        return new Imputer()
                .setInputCols(array(features.numbers()))
                .setOutputCols(array(suffixed(features.numbers(), FILLED)))
                .setStrategy("median");
    }

    /**
     * The exporter knows the customers' columns, not those that were filled in: the value for an unknown number is written into
     * the SQL.
     */
    private SQLTransformer deriveFeatures(Row medians) {
        String columns = features.derived().stream()
                .map(feature -> feature.column(field -> known(field, medians.getAs(field))))
                .collect(Collectors.joining(", "));
        return new SQLTransformer().setStatement("SELECT *, " + columns + " FROM __THIS__");
    }

    private static String known(String field, double median) {
        return "if(%s IS NULL, %sD, %s)".formatted(field, median, field);
    }

    /**
     * A tree distinguishes as many categories as it has bins, one of which is for unseen ones: of a field with more categories, it
     * keeps the most frequent.
     */
    private StringIndexerModel indexCategories(Dataset<Row> training) {
        StringIndexerModel all = indexer().fit(training);
        String[][] kept = Arrays.stream(all.labelsArray())
                .map(labels -> Arrays.copyOf(labels, Math.min(labels.length, parameters.maxBins() - 1)))
                .toArray(String[][]::new);
        return new StringIndexerModel(all.uid(), kept)
                .setInputCols(all.getInputCols())
                .setOutputCols(all.getOutputCols())
                .setHandleInvalid(all.getHandleInvalid());
    }

    /** Sorts by frequency, then by name. */
    private StringIndexer indexer() {
        return new StringIndexer()
                .setInputCols(array(features.categories()))
                .setOutputCols(array(suffixed(features.categories(), INDEX)))
                .setHandleInvalid("keep");
    }

    private VectorAssembler assemble() {
        Stream<String> derived = features.derived().stream().map(DerivedFeature::name);
        List<String> columns = Stream.of(
                        suffixed(features.numbers(), FILLED).stream(),
                        derived,
                        suffixed(features.categories(), INDEX).stream())
                .flatMap(names -> names)
                .toList();
        return new VectorAssembler().setInputCols(array(columns)).setOutputCol(VECTOR);
    }

    private static List<String> suffixed(List<String> names, String suffix) {
        return names.stream().map(name -> name + suffix).toList();
    }

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }
}
