package io.churnwatch.bench.training;

import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.Folds;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.train.FittedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Trains on folds of the customers, and writes the scores of those held out: a file for each method, repeat and fold, with a
 * header. A file that is there is not made again, so that a run can be stopped and taken up.
 *
 * @param out folder for the scores
 * @param folds parts that the customers are divided into
 */
public record ScoreFolds(Path out, int folds) {
    private static final String HEADER = "customer_id,exited,probability";

    /** Takes the file of the customers, the folder for the scores, the number of repeats and that of folds. */
    public static void main(String[] arguments) throws IOException {
        CustomerSource source = new FileCustomers(Path.of(arguments[0]));
        ScoreFolds scores =
                new ScoreFolds(Files.createDirectories(Path.of(arguments[1])), Integer.parseInt(arguments[3]));
        try (SparkSession spark = LocalSpark.start()) {
            CleanCustomers clean = CleanCustomers.of(source.read(spark), source.name());
            for (int repeat = 0; repeat < Integer.parseInt(arguments[2]); repeat++) {
                scores.writeAll(clean, repeat);
            }
        }
    }

    private void writeAll(CleanCustomers clean, int repeat) throws IOException {
        List<Split> splits = Folds.of(clean.rows(), folds, repeat);
        for (int fold = 0; fold < folds; fold++) {
            for (TrainingMethod method : TrainingMethod.values()) {
                String name = method.name().toLowerCase(Locale.ROOT);
                Path file = out.resolve("%s-%d-%d.csv".formatted(name, repeat, fold));
                if (!Files.exists(file)) {
                    write(method.fit(splits.get(fold), repeat), splits.get(fold), file);
                }
            }
        }
    }

    private static void write(FittedModel fitted, Split split, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Row row : fitted.score(split.heldOut()).collectAsList()) {
            long customer = row.<Long>getAs(TrainingColumns.CUSTOMER_ID);
            int exited = row.<Double>getAs(TrainingColumns.EXITED).intValue();
            lines.add("%d,%d,%s".formatted(customer, exited, fitted.probability(row)));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        System.err.println("Scored " + file.getFileName());
    }
}
