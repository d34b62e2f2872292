package io.churnwatch.bench.scoring;

import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.forest.UnsupportedPmmlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures how fast forests are scored and explained, and writes the report. */
@Command(
        name = "scoring",
        mixinStandardHelpOptions = true,
        description =
                "Trains forests (once), measures them with JMH beside jpmml and two baselines, and writes scoring.md and its charts.",
        footer = {"", "Example:", "  ./churnwatch bench scoring --quick --forests 100x5,100x10"})
public final class ScoringCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "A first look: fewer and shorter rounds.")
    private boolean quick;

    @Option(
            names = "--forests",
            split = ",",
            paramLabel = "TREESxDEPTH",
            description = "The forests to measure (${DEFAULT-VALUE}).",
            defaultValue = "100x5,100x10,300x12")
    private List<ForestShape> shapes = List.of();

    @Option(names = "--cache", paramLabel = "DIR", description = "Where forests are kept (.churnwatch/bench).")
    private @Nullable Path cache;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (docs/benchmarks).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Workspace workspace = Workspace.find();
        List<TrainedForest> forests = forests(workspace);
        Machine machine = Machine.here();
        Instant start = Instant.now();
        Rounds rounds = new Rounds(schedule(), forests);
        rounds.run();
        List<ForestFigures> figures =
                forests.stream().map(forest -> figures(forest, rounds)).toList();
        Path folder = out == null ? workspace.report() : out;
        new ScoringReport(machine, command(), start, schedule(), figures).writeTo(folder);
        System.err.println("Wrote " + folder.resolve(ScoringReport.FILE));
        return ExitCode.OK;
    }

    private List<TrainedForest> forests(Workspace workspace) {
        TrainedForests trained = new TrainedForests(workspace, cache == null ? workspace.cache() : cache);
        return shapes.stream().distinct().map(trained::of).toList();
    }

    private static ForestFigures figures(TrainedForest forest, Rounds rounds) {
        return new ForestFigures(forest.shape(), agreement(forest), rounds.figures(forest.shape()));
    }

    private static Agreement agreement(TrainedForest forest) {
        try {
            return Agreement.of(forest.files().pmml(), forest.files().customers());
        } catch (IOException | UnsupportedPmmlException | NotScorableException e) {
            throw new BenchmarkFailedException(forest.shape() + " cannot be scored: " + e.getMessage(), e);
        }
    }

    private Schedule schedule() {
        return quick ? Schedule.QUICK : Schedule.FULL;
    }

    /** As anyone would type it; where files are kept is left out, it changes no figure. */
    private String command() {
        return "./churnwatch bench scoring" + (quick ? " --quick" : "") + " --forests "
                + shapes.stream().map(ForestShape::toString).collect(Collectors.joining(","));
    }
}
