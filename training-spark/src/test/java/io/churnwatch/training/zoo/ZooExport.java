package io.churnwatch.training.zoo;

import io.churnwatch.training.data.TrainingColumns;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dmg.pmml.PMML;
import org.jpmml.model.JAXBSerializer;
import org.jpmml.sparkml.PMMLBuilder;
import org.jpmml.sparkml.model.HasTreeOptions;
import org.jspecify.annotations.Nullable;

/** Trains a model of the zoo and writes it as {@code NAME.pmml}, and what Spark itself scores as {@code NAME.spark.csv}. */
final class ZooExport {
    private static final int VERIFICATION_ROWS = 20;
    private static final double TOLERANCE = 1e-12;

    static void export(ZooModel model, SparkSession spark, Path sample, Path folder) throws IOException {
        Dataset<Row> training = model.customers().training(spark, sample);
        PipelineModel fitted = new Pipeline()
                .setStages(model.stages().toArray(PipelineStage[]::new))
                .fit(training);
        write(pmml(model, fitted, training), folder.resolve(model.name() + ".pmml"));
        Dataset<Row> scored = model.customers().scored(spark, sample);
        if (!model
                .calibrated()) { // there the score is the output that calibrates, of which Spark's forest knows nothing
            Files.write(folder.resolve(model.name() + ".spark.csv"), scores(fitted.transform(scored)));
        }
    }

    private static PMML pmml(ZooModel model, PipelineModel fitted, Dataset<Row> training) {
        PMML pmml = new PMMLBuilder(training.schema(), fitted)
                .putOption(HasTreeOptions.OPTION_COMPACT, model.compact())
                .verify(training.limit(VERIFICATION_ROWS), TOLERANCE, TOLERANCE)
                .build();
        if (model.calibrated()) {
            IsotonicOutput.add(pmml, fitted, training);
        }
        return pmml;
    }

    private static void write(PMML pmml, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new JAXBSerializer().serializePretty(pmml, out);
        } catch (JAXBException e) {
            throw new IllegalStateException("A document in memory cannot fail to be written", e);
        }
    }

    /** The ten columns, empty where missing, yes or no as 1 or 0, and the probability of leaving. */
    private static List<String> scores(Dataset<Row> transformed) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", TrainingColumns.features()) + ",probability");
        List<String> columns = new ArrayList<>(TrainingColumns.features());
        Dataset<Row> rows = transformed
                .withColumn(
                        "leaves",
                        functions
                                .vector_to_array(transformed.col("probability"), "float64")
                                .getItem(1))
                .select("leaves", columns.toArray(String[]::new));
        for (Row row : rows.collectAsList()) {
            String features =
                    columns.stream().map(name -> cell(row.getAs(name))).collect(Collectors.joining(","));
            lines.add(features + "," + row.getDouble(0));
        }
        return lines;
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return Objects.toString(value, "");
    }

    private ZooExport() {}
}
