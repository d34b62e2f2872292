package io.churnwatch.bench.swap;

import io.churnwatch.bench.process.Processes;
import io.churnwatch.bench.report.RunRecorder;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Forests;
import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.bench.stream.run.Testbed;
import io.churnwatch.local.stack.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long the stream stands still when the champion is swapped, and records it. */
@Command(
        name = "swaps",
        mixinStandardHelpOptions = true,
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

    @Mixin
    private final RunRecorder recording = new RunRecorder();

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

    @Override
    public Integer call() throws Exception {
        recording.require(swaps >= 1 && perSecond >= 1, "At least one swap and one event a second are needed.");
        RunRecorder.Report report = recording.start("stream-swaps");
        byte[] pmml = Forests.kept().of(Origin.SPARK, shape).files().pmml();
        Progress progress = Progress.onStandardError();
        Feed feed = new Feed(CUSTOMERS, 0);
        try (Processes processes = Processes.stoppedAtExit()) {
            progress.say("Starting Kafka, PostgreSQL and the stream job …");
            RunningJob job = RunningJob.start(new Testbed(feed, processes), new Champion("rf-0", pmml), processes);
            SwapRun swapRun = new SwapRun(job, perSecond, progress);
            try (Champions champions = new Champions(job, pmml)) {
                Pauses pauses = swapRun.run(champions, feed.present(), swaps);
                long events = feed.events() + swapRun.updates(swaps);
                String method = "%d swap%s in one run".formatted(swaps, swaps == 1 ? "" : "s");
                report.write(method, new Figures(perSecond, events, shape.toString(), pauses));
            }
        }
        return ExitCode.OK;
    }

    private record Figures(int eventsPerSecond, long events, String forest, Pauses pauses) {}
}
