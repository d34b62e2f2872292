package io.churnwatch.bench.spark;

import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.Folds;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.train.FittedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains on folds of the customers and writes what the models say of those held out. */
@Command(
        name = "score-folds",
        mixinStandardHelpOptions = true,
        description = "Trains on folds of the customers, and writes what the models say of those held out.")
public final class ScoreFolds implements Callable<Integer> {
    @Option(names = "--customers", paramLabel = "FILE", required = true, description = "CSV or .parquet.")
    @SuppressWarnings("NullAway.Init")
    private Path customers;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the scores. What is there already is not made again.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--repeats", paramLabel = "N", description = "How often all are dealt out anew (${DEFAULT-VALUE}).")
    private int repeats = 3;

    @Option(names = "--folds", paramLabel = "N", description = "Parts that they are dealt out into (${DEFAULT-VALUE}).")
    private int folds = 5;

    @Option(names = "--methods", paramLabel = "NAME", split = ",", description = "${COMPLETION-CANDIDATES} (all).")
    private List<TrainingMethod> methods = List.of(TrainingMethod.values());

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScoreFolds())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        CustomerSource source = new FileCustomers(customers);
        try (SparkSession spark = LocalSpark.start()) {
            CleanCustomers clean = CleanCustomers.of(source.read(spark), source.name());
            for (int repeat = 0; repeat < repeats; repeat++) {
                scoreAll(clean, repeat);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void scoreAll(CleanCustomers clean, int repeat) {
        List<Split> splits = Folds.of(clean.rows(), folds, repeat);
        for (int fold = 0; fold < folds; fold++) {
            for (TrainingMethod method : methods) {
                score(method, splits.get(fold), repeat, fold);
            }
        }
    }

    private void score(TrainingMethod method, Split split, int repeat, int fold) {
        FoldScores scores = FoldScores.of(out, method.name().toLowerCase(Locale.ROOT), repeat, fold);
        if (scores.exist()) {
            return;
        }
        FittedModel fitted = method.fit(split, repeat);
        scores.write(fitted, fitted.score(split.heldOut()).collectAsList());
        System.err.println("Scored " + scores.file().getFileName());
    }
}
