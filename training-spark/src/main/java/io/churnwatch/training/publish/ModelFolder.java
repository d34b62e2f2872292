package io.churnwatch.training.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.support.TrainingFailedException;
import io.churnwatch.training.train.FittedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A folder that holds a model: {@code model.pmml}, {@code metrics.json}, the model card with its charts, in {@code scores.csv}
 * the held-out customers with Spark's scores, to check another engine with, and in {@code spark} the pipeline as Spark saves
 * it.
 */
public record ModelFolder(Path folder) {
    private static final String PROBABILITY = "probability";

    public void write(TrainedModel model, FittedModel fitted, Dataset<Row> heldOut) {
        ModelVersion version = model.version();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("model.pmml"), version.pmml().bytes());
            Files.writeString(folder.resolve("metrics.json"), RecordJson.write(version.metrics()) + "\n");
            for (Artifact artifact : model.artifacts()) {
                Files.write(folder.resolve(artifact.name()), artifact.bytes());
            }
            writeScores(fitted, fitted.score(heldOut).toLocalIterator());
            fitted.pipeline().write().overwrite().save(pipeline());
        } catch (IOException e) {
            throw new TrainingFailedException(
                    "The model cannot be written to " + folder + ": " + e + ". Give --out a folder with room in it.",
                    e);
        }
    }

    /** The model that was written, without its calibration if it had one. */
    public FittedModel fitted() {
        return new FittedModel(PipelineModel.load(pipeline()));
    }

    /** The held-out customers that were written, in their order. */
    public Dataset<Row> heldOut(SparkSession spark) {
        return spark.read()
                .option("header", true)
                .schema(columns())
                .csv(scores().toUri().toString())
                .drop(PROBABILITY);
    }

    private String pipeline() {
        return folder.resolve("spark").toUri().toString();
    }

    private Path scores() {
        return folder.resolve("scores.csv");
    }

    private static StructType columns() {
        StructType columns = new StructType();
        for (String name : TrainingColumns.features()) {
            boolean category = TrainingColumns.categories().contains(name);
            columns = columns.add(name, category ? DataTypes.StringType : DataTypes.DoubleType);
        }
        return columns.add(PROBABILITY, DataTypes.DoubleType);
    }

    private void writeScores(FittedModel fitted, Iterator<Row> scores) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(scores())) {
            csv.writeRecord(Stream.concat(TrainingColumns.features().stream(), Stream.of(PROBABILITY))
                    .toList());
            scores.forEachRemaining(row -> csv.writeRecord(cells(fitted, row)));
        }
    }

    private static List<String> cells(FittedModel fitted, Row row) {
        Stream<String> features =
                TrainingColumns.features().stream().map(name -> Objects.toString(row.getAs(name), ""));
        return Stream.concat(features, Stream.of(Double.toString(fitted.probability(row))))
                .toList();
    }
}
