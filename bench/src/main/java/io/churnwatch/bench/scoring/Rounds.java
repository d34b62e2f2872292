package io.churnwatch.bench.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH, one contender after the other and round after round, and takes the medians. */
final class Rounds {
    private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";

    private final Schedule schedule;
    private final List<TrainedForest> forests;
    private final Map<ForestShape, Map<Contender, List<IterationResult>>> results;

    /** Forests are measured in the order of the list. */
    Rounds(Schedule schedule, List<TrainedForest> forests) {
        this.schedule = schedule;
        this.forests = forests;
        this.results = new HashMap<>();
    }

    Map<Contender, Figure> figures(ForestShape shape) {
        Map<Contender, Figure> figures = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            List<IterationResult> iterations = iterations(shape, contender);
            figures.put(
                    contender,
                    Figure.of(
                            scores(iterations, IterationResult::getPrimaryResult),
                            scores(iterations, Rounds::allocation)));
        }
        return figures;
    }

    void run() {
        for (int round = 1; round <= schedule.rounds(); round++) {
            for (TrainedForest forest : forests) {
                for (Contender contender : Contender.values()) {
                    RunResult result = fork(contender, forest);
                    result.getBenchmarkResults()
                            .forEach(fork ->
                                    iterations(forest.shape(), contender).addAll(fork.getIterationResults()));
                    System.err.printf(
                            "round %d of %d  %-7s  %-38s %,12.0f ns%n",
                            round,
                            schedule.rounds(),
                            forest.shape(),
                            contender.title(),
                            result.getPrimaryResult().getScore());
                }
            }
        }
    }

    private List<IterationResult> iterations(ForestShape shape, Contender contender) {
        return results.computeIfAbsent(shape, s -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, c -> new ArrayList<>());
    }

    private RunResult fork(Contender contender, TrainedForest forest) {
        try {
            return new Runner(options(contender, forest.files())).runSingle();
        } catch (RunnerException e) {
            throw new BenchmarkFailedException(
                    contender.title() + " on " + forest.shape() + " failed: " + e.getMessage(), e);
        }
    }

    private Options options(Contender contender, ModelFiles files) {
        return new OptionsBuilder()
                .include("^" + ScoringBenchmarks.class.getName().replace(".", "\\.") + "\\." + contender.method() + "$")
                .param("folder", files.folder().toString())
                .forks(1)
                .jvmArgs("-Xms1g", "-Xmx2g")
                .warmupIterations(schedule.warmUps(contender))
                .warmupTime(schedule.iteration())
                .measurementIterations(schedule.iterations())
                .measurementTime(schedule.iteration())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static Result<?> allocation(IterationResult iteration) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(BYTES_PER_OPERATION), BYTES_PER_OPERATION);
    }

    private static double[] scores(List<IterationResult> iterations, Function<IterationResult, Result<?>> result) {
        return iterations.stream()
                .mapToDouble(iteration -> result.apply(iteration).getScore())
                .toArray();
    }
}
