package io.churnwatch.bench.latency;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.Processes;
import io.churnwatch.bench.report.RunRecorder;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.bench.stream.run.Testbed;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.scoring.jpmml.parity.ModelZoo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long an update takes to become a row and an alert, and records it. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description =
                "Measures the time from an update's due moment until its row can be read in PostgreSQL and its alert in Kafka, at 2,000 events a second and at a rate of your choice. Starts a Kafka, a PostgreSQL and a stream job of its own. Writes docs/benchmarks/stream-latency.md.",
        footer = {"", "Takes some five minutes.", "", "Example:", "  ./churnwatch bench latency --rate 10000"})
public final class LatencyCommand implements Callable<Integer> {
    private static final int LOW_RATE = 2_000;
    private static final int CUSTOMERS = 10_000;
    private static final String MODEL = "spark-forest";

    @Mixin
    private final RunRecorder recording = new RunRecorder();

    @Option(names = "--quick", description = "A first look: one round of ten seconds.")
    private boolean quick;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Events a second of the second load: half of what './churnwatch bench stream' finds (${DEFAULT-VALUE}).",
            defaultValue = "10000")
    private int rate;

    @Override
    public Integer call() throws Exception {
        if (rate < 1) {
            throw new BenchmarkFailedException("--rate must be at least 1, not " + rate + ".");
        }
        RunRecorder.Report report = recording.start("stream-latency");
        report.write(method(), measure(Progress.onStandardError()));
        return ExitCode.OK;
    }

    private List<LatencyRun.Figures> measure(Progress progress) throws Exception {
        Feed feed = new Feed(CUSTOMERS, 0);
        List<LatencyRun.Figures> figures = new ArrayList<>();
        progress.say("Starting Kafka, PostgreSQL and the stream job …");
        try (Processes processes = Processes.stoppedAtExit()) {
            Champion champion = new Champion(MODEL, ModelZoo.document(MODEL));
            RunningJob job = RunningJob.start(new Testbed(feed, processes), champion, processes);
            LatencyRun run = new LatencyRun(job, feed.present());
            for (LoadSchedule load : List.of(schedule(LOW_RATE), schedule(rate))) {
                progress.say("%,d events a second …", load.eventsPerSecond());
                figures.add(run.run(load));
            }
        }
        return figures;
    }

    private LoadSchedule schedule(int eventsPerSecond) {
        return quick
                ? new LoadSchedule(eventsPerSecond, Duration.ofSeconds(10), Duration.ofSeconds(10), 1)
                : new LoadSchedule(eventsPerSecond, Duration.ofSeconds(30), Duration.ofSeconds(20), 3);
    }

    private String method() {
        LoadSchedule load = schedule(rate);
        return "%d round%s of %d s for each load, after %d s that warm up"
                .formatted(
                        load.rounds(),
                        load.rounds() == 1 ? "" : "s",
                        load.round().toSeconds(),
                        load.warmUp().toSeconds());
    }
}
