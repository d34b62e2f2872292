package io.churnwatch.training.publish;

import io.churnwatch.training.TrainingFailedException;
import io.churnwatch.training.data.CustomerColumns;
import io.churnwatch.training.train.FittedForest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder that holds a model: {@code model.pmml}, {@code metrics.json}, and in {@code scores.csv} the held-out customers with
 * what Spark said of them, for whoever wants to check another engine.
 */
public record ModelFolder(Path folder) {
    public void write(ModelVersion version, Dataset<Row> heldOutScores) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("model.pmml"), version.pmml().bytes());
            Files.writeString(folder.resolve("metrics.json"), Json.write(version.metrics()) + "\n");
            writeScores(heldOutScores.toLocalIterator());
        } catch (IOException e) {
            throw new TrainingFailedException(
                    "The model cannot be written to " + folder + ": " + e + ". Give --out a folder with room in it.",
                    e);
        }
    }

    private void writeScores(Iterator<Row> scores) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve("scores.csv"))) {
            csv.write(String.join(",", CustomerColumns.features()) + ",probability\n");
            while (scores.hasNext()) {
                csv.write(line(scores.next()));
            }
        }
    }

    /** No field of the table needs quotes unless a category holds a comma or a quote itself. */
    private static String line(Row row) {
        List<String> cells = new ArrayList<>();
        CustomerColumns.features().forEach(name -> cells.add(cell(Objects.toString(row.getAs(name), ""))));
        cells.add(Double.toString(FittedForest.probability(row)));
        return String.join(",", cells) + "\n";
    }

    private static String cell(String text) {
        if (text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            return text;
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
