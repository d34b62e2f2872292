package io.churnwatch.bench.scoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.BenchmarkRun;
import io.churnwatch.bench.report.Versions;
import io.churnwatch.bench.scoring.contender.Agreement;
import io.churnwatch.bench.scoring.contender.AgreementCheck;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.PeerTools;
import io.churnwatch.bench.scoring.forest.ScikitLearnForests;
import io.churnwatch.bench.scoring.forest.SparkForests;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures how fast forests are scored and explained, and records it. */
@Command(
        name = "scoring",
        mixinStandardHelpOptions = true,
        customSynopsis =
                "churnwatch bench scoring [--quick] [--peers] [--forests TREESxDEPTH,…] [--cache DIR] [--out DIR]",
        description =
                "Measures how fast customers are scored and explained by our engine, jpmml, Spark itself and the textbook's TreeSHAP. Writes docs/benchmarks/scoring.md and its charts. The forests are trained once and kept.",
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
        BenchmarkRun run = BenchmarkRun.start("scoring", command(), quick);
        Workspace workspace = Workspace.find();
        List<TrainedForest> forests = forests(workspace);
        List<ForestAgreement> agreements =
                forests.stream().map(ForestAgreement::of).toList();
        List<ObjectNode> results = new ScoringRounds(schedule(), workspace, forests).run();
        run.write(out, schedule().inWords(), new Figures(versions(workspace, forests), agreements, results));
        return ExitCode.OK;
    }

    private record Figures(List<String> versions, List<ForestAgreement> forests, List<ObjectNode> results) {}

    private record ForestAgreement(String forest, String origin, Agreement agreement) {
        static ForestAgreement of(TrainedForest forest) {
            System.err.println("Checking that all agree on " + forest + " …");
            return new ForestAgreement(
                    forest.shape().toString(),
                    forest.origin().title(),
                    AgreementCheck.of(forest).require(forest.toString()));
        }
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

    private static List<String> versions(Workspace workspace, List<TrainedForest> forests) {
        String own = System.getProperty("java.class.path");
        List<String> versions = new ArrayList<>();
        Versions.ofJar(own, "pmml-evaluator").ifPresent(version -> versions.add("jpmml-evaluator " + version));
        Versions.ofJar(workspace.classPath(Workspace.TRAINING), "spark-mllib_2.13")
                .ifPresent(version -> versions.add("Spark " + version));
        forests.stream()
                .flatMap(forest -> forest.files().peerVersions().stream())
                .findFirst()
                .ifPresent(peers -> {
                    Versions.ofJar(own, "onnxruntime").ifPresent(version -> versions.add("ONNX Runtime " + version));
                    versions.add(peers);
                });
        Versions.ofJar(own, "jmh-core").ifPresent(version -> versions.add("JMH " + version));
        return versions;
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
