package io.churnwatch.training.train;

import io.churnwatch.training.data.Folds;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.train.Tuning.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares shapes of a model by cross-validation. It fits two folds at once: while one waits for the driver, the other uses the
 * cores.
 *
 * @param folds how many
 * @param metric by which shapes are compared
 * @param seed assigns customers to folds
 */
public record CrossValidation(int folds, Metric metric, long seed) {
    public static final int DEFAULT_FOLDS = 3;

    private static final int FITTED_AT_ONCE = 2;

    /**
     * Fits and scores all shapes.
     *
     * @param listener receives each candidate, and may end the search by an exception
     */
    public Tuning of(
            Dataset<Row> training, ModelFeatures features, List<TreeParameters> shapes, Consumer<Candidate> listener) {
        List<Split> splits = Folds.of(training, folds, seed);
        ExecutorService threads = Executors.newFixedThreadPool(FITTED_AT_ONCE);
        List<Candidate> candidates = new ArrayList<>();
        try {
            for (TreeParameters shape : shapes) {
                Candidate candidate = tried(shape, features, splits, threads);
                candidates.add(candidate);
                listener.accept(candidate);
            }
        } finally {
            threads.shutdown();
        }
        return new Tuning(metric, candidates);
    }

    private Candidate tried(TreeParameters shape, ModelFeatures features, List<Split> splits, ExecutorService threads) {
        TreePipeline pipeline = new TreePipeline(features, shape);
        List<CompletableFuture<List<ScoredCustomer>>> fits = splits.stream()
                .map(split -> CompletableFuture.supplyAsync(
                        () -> pipeline.fit(split.training()).judge(split.heldOut()), threads))
                .toList();
        List<List<ScoredCustomer>> heldOut =
                fits.stream().map(CrossValidation::result).toList();
        return new Candidate(shape, heldOut.stream().map(metric::of).toList(), heldOut);
    }

    private static List<ScoredCustomer> result(CompletableFuture<List<ScoredCustomer>> fit) {
        try {
            return fit.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
