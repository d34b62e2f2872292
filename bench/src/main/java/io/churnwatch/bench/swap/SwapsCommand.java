package io.churnwatch.bench.swap;

import io.churnwatch.bench.process.Processes;
import io.churnwatch.bench.process.Workspace;
import io.churnwatch.bench.report.BenchmarkRun;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.SparkForests;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.bench.stream.run.Testbed;
import io.churnwatch.local.stack.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long the stream stands still when the champion is swapped, and records it. */
@Command(
        name = "swaps",
        mixinStandardHelpOptions = true,
        customSynopsis = "churnwatch bench swaps [--swaps N] [--rate N] [--forest TREESxDEPTH] [--out DIR]",
        description =
                "Measures how long events wait while one champion takes over from another, under a steady feed. Writes docs/benchmarks/stream-swaps.md. The forest is trained once and kept.",
        footer = {
            "",
            "Starts its own Kafka, PostgreSQL and job on free ports. Takes some 3 minutes once the forest is there.",
            "",
            "Example:",
            "  ./churnwatch bench swaps --rate 5000"
        })
public final class SwapsCommand implements Callable<Integer> {
    private static final int CUSTOMERS = 20_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--swaps",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int swaps;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Events a second (default: ${DEFAULT-VALUE}).")
    private int perSecond;

    @Option(
            names = "--forest",
            paramLabel = "TREESxDEPTH",
            defaultValue = "100x10",
            description = "What each champion is (default: ${DEFAULT-VALUE}).")
    private ForestShape shape = new ForestShape(100, 10);

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (default: docs/benchmarks).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (swaps < 1 || perSecond < 1) {
            throw new ParameterException(spec.commandLine(), "At least one swap and one event a second are needed.");
        }
        BenchmarkRun run = BenchmarkRun.start("stream-swaps", command(), false);
        Workspace workspace = Workspace.find();
        byte[] pmml =
                new SparkForests(workspace, workspace.cache()).of(shape).files().pmml();
        Progress progress = Progress.onStandardError();
        Feed feed = new Feed(CUSTOMERS, 0);
        try (Processes processes = Processes.stoppedAtExit()) {
            progress.say("Starting Kafka, PostgreSQL and the stream job …");
            RunningJob job = RunningJob.start(Testbed.with(feed, processes), new Champion("rf-0", pmml), processes);
            SwapRun swapRun = new SwapRun(job, perSecond, progress);
            try (Champions champions = new Champions(job, pmml)) {
                Pauses pauses = swapRun.run(champions, feed.present(), swaps);
                long events = feed.events() + swapRun.updates(swaps);
                run.write(out, method(), new Figures(perSecond, events, shape.toString(), pauses));
            }
        }
        return ExitCode.OK;
    }

    private record Figures(int eventsPerSecond, long events, String forest, Pauses pauses) {}

    private String method() {
        return "%d swap%s in one run".formatted(swaps, swaps == 1 ? "" : "s");
    }

    private String command() {
        return "./churnwatch bench swaps --swaps %d --rate %d --forest %s".formatted(swaps, perSecond, shape);
    }
}
