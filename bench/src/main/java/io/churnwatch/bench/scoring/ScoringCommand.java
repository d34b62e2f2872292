package io.churnwatch.bench.scoring;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.scoring.contender.Agreement;
import io.churnwatch.bench.scoring.contender.AgreementCheck;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.PeerTools;
import io.churnwatch.bench.scoring.forest.ScikitLearnForests;
import io.churnwatch.bench.scoring.forest.SparkForests;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.bench.scoring.forest.Workspace;
import io.churnwatch.bench.scoring.report.Circumstances;
import io.churnwatch.bench.scoring.report.ForestFigures;
import io.churnwatch.bench.scoring.report.ScoringReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures how fast forests are scored and explained, and writes the report. */
@Command(
        name = "scoring",
        mixinStandardHelpOptions = true,
        customSynopsis =
                "churnwatch bench scoring [--quick] [--peers] [--forests TREESxDEPTH,…] [--cache DIR] [--out DIR]",
        description =
                "Measures how fast customers are scored and explained by our engines, jpmml, Spark itself and two baselines. Writes docs/benchmarks/scoring.md and its charts. The forests are trained once and kept.",
        footer = {
            "",
            "Takes some 15 minutes once the forests are there, 25 with --peers.",
            "",
            "Example:",
            "  ./churnwatch bench scoring --quick --forests 100x5,100x10",
            "  ./churnwatch bench scoring --peers"
        })
public final class ScoringCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "A first look: fewer and shorter rounds.")
    private boolean quick;

    @Option(
            names = "--peers",
            description =
                    "Also ONNX Runtime and Treelite's compiled C, on forests of scikit-learn. Needs Python 3.11 and gcc; installs 450 MB of packages into the cache.")
    private boolean peers;

    @Option(
            names = "--forests",
            split = ",",
            paramLabel = "TREESxDEPTH",
            description = "The forests to measure (default: ${DEFAULT-VALUE}).",
            defaultValue = "100x5,100x10,300x12")
    private List<ForestShape> shapes = List.of();

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where forests and tools are kept (default: .churnwatch/bench).")
    private @Nullable Path cache;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (default: docs/benchmarks).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Instant start = Instant.now();
        Machine machine = Machine.here(); // before training makes it a busy one
        Workspace workspace = Workspace.find();
        List<TrainedForest> forests = forests(workspace);
        Map<TrainedForest, Agreement> agreements = agreements(forests);
        Rounds rounds = new Rounds(schedule(), workspace, forests);
        rounds.run();
        List<String> versions = Versions.of(workspace).of(forests);
        write(
                workspace,
                new ScoringReport(
                        new Circumstances(
                                machine, start, command(), quick, schedule().inWords(), versions),
                        figures(agreements, rounds)));
        return ExitCode.OK;
    }

    private List<TrainedForest> forests(Workspace workspace) {
        if (peers) {
            PeerTools.requireAll();
        }
        Path folder = (cache == null ? workspace.cache() : cache).toAbsolutePath();
        SparkForests spark = new SparkForests(workspace, folder);
        ScikitLearnForests scikitLearn = new ScikitLearnForests(workspace, folder);
        return Stream.concat(
                        distinctShapes().map(spark::of),
                        peers ? distinctShapes().map(scikitLearn::of) : Stream.empty())
                .toList();
    }

    private static Map<TrainedForest, Agreement> agreements(List<TrainedForest> forests) {
        Map<TrainedForest, Agreement> agreements = new LinkedHashMap<>();
        for (TrainedForest forest : forests) {
            System.err.println("Checking that all agree on " + forest + " …");
            agreements.put(forest, AgreementCheck.of(forest).require(forest.toString()));
        }
        return agreements;
    }

    private static List<ForestFigures> figures(Map<TrainedForest, Agreement> agreements, Rounds rounds) {
        List<ForestFigures> figures = new ArrayList<>();
        agreements.forEach((forest, agreement) ->
                figures.add(new ForestFigures(forest.origin(), forest.shape(), agreement, rounds.figures(forest))));
        return figures;
    }

    private void write(Workspace workspace, ScoringReport report) throws IOException {
        Path folder = out == null ? workspace.report() : out;
        report.writeTo(folder);
        System.err.println("Wrote " + folder.resolve(ScoringReport.FILE));
    }

    private Stream<ForestShape> distinctShapes() {
        return shapes.stream().distinct();
    }

    private Schedule schedule() {
        return quick ? Schedule.QUICK : Schedule.FULL;
    }

    /** As anyone would type it; where files are kept is left out, it changes no figure. */
    private String command() {
        return "./churnwatch bench scoring" + (quick ? " --quick" : "") + (peers ? " --peers" : "") + " --forests "
                + distinctShapes().map(ForestShape::toString).collect(Collectors.joining(","));
    }
}
