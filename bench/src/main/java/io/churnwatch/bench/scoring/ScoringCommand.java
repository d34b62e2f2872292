package io.churnwatch.bench.scoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.RunRecorder;
import io.churnwatch.bench.report.Versions;
import io.churnwatch.bench.scoring.contender.Agreement;
import io.churnwatch.bench.scoring.contender.AgreementCheck;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Forests;
import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.local.service.Executables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast forests are scored and explained, and records it. */
@Command(
        name = "scoring",
        mixinStandardHelpOptions = true,
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
    @Mixin
    private final RunRecorder recording = new RunRecorder();

    @Option(names = "--quick", description = "A first look: fewer and shorter rounds.")
    private boolean quick;

    @Option(
            names = "--peers",
            description =
                    "Also ONNX Runtime and Treelite's compiled C, on forests of scikit-learn. Needs Python 3.11 and gcc; installs 450 MB of packages into the cache of this user.")
    private boolean peers;

    @Option(
            names = "--forests",
            split = ",",
            paramLabel = "TREESxDEPTH",
            description = "The forests to measure (default: ${DEFAULT-VALUE}).",
            defaultValue = "100x5,100x10,300x12")
    private List<ForestShape> shapes = List.of();

    @Option(names = "--cache", paramLabel = "DIR", description = "Where forests are kept (default: .churnwatch/bench).")
    private @Nullable Path cache;

    @Override
    public Integer call() throws IOException {
        recording.require(
                !peers || Executables.find("gcc").isPresent(),
                "--peers needs a gcc on the PATH (Debian, Ubuntu: apt-get install gcc).");
        RunRecorder.Report report = recording.start("scoring");
        Workspace workspace = Workspace.find();
        List<TrainedForest> forests = forests(workspace);
        List<ForestAgreement> agreements =
                forests.stream().map(ForestAgreement::of).toList();
        Schedule schedule = quick ? Schedule.QUICK : Schedule.FULL;
        List<ObjectNode> results = new ScoringRounds(schedule, workspace, forests).run();
        report.write(schedule.inWords(), new Figures(versions(workspace, forests), agreements, results));
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
        Forests forests = new Forests(workspace, (cache == null ? workspace.cache() : cache).toAbsolutePath());
        List<Origin> origins = peers ? List.of(Origin.values()) : List.of(Origin.SPARK);
        return origins.stream()
                .flatMap(origin -> shapes.stream().distinct().map(shape -> forests.of(origin, shape)))
                .toList();
    }

    private static List<String> versions(Workspace workspace, List<TrainedForest> forests) {
        String own = System.getProperty("java.class.path");
        List<String> versions = new ArrayList<>();
        Versions.ofJar(own, "pmml-evaluator").ifPresent(version -> versions.add("jpmml-evaluator " + version));
        Versions.ofJar(workspace.classPath(Workspace.TRAINING), "spark-mllib_2.13")
                .ifPresent(version -> versions.add("Spark " + version));
        Stream<String> peers = forests.stream().flatMap(forest -> forest.files().peerVersions().stream());
        peers.findFirst().ifPresent(found -> {
            Versions.ofJar(own, "onnxruntime").ifPresent(version -> versions.add("ONNX Runtime " + version));
            versions.add(found);
        });
        Versions.ofJar(own, "jmh-core").ifPresent(version -> versions.add("JMH " + version));
        return versions;
    }
}
