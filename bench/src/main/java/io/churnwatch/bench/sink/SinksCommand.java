package io.churnwatch.bench.sink;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.report.RunRecorder;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.store.MigratedPostgres;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast results become rows, and records it. */
@Command(
        name = "sinks",
        mixinStandardHelpOptions = true,
        description =
                "Measures how fast one connection writes scored updates into PostgreSQL: our sink, Flink's JdbcSink, and COPY. Starts a PostgreSQL of its own, with fsync. Writes docs/benchmarks/stream-sinks.md.",
        footer = {"", "Takes some five minutes.", "", "Example:", "  ./churnwatch bench sinks --quick"})
public final class SinksCommand implements Callable<Integer> {
    @Mixin
    private final RunRecorder recording = new RunRecorder();

    @Option(names = "--quick", description = "A first look: 20,000 rows, one round.")
    private boolean quick;

    @Option(names = "--rows", paramLabel = "N", description = "Rows of a contender in a round (default: 100,000).")
    private @Nullable Integer rows;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds (default: 5).")
    private @Nullable Integer rounds;

    @Override
    public Integer call() throws Exception {
        requireAtLeast(1_000, "--rows", rows());
        requireAtLeast(1, "--rounds", rounds());
        RunRecorder.Report report = recording.start("stream-sinks");
        Progress progress = Progress.onStandardError();
        progress.say("Starting PostgreSQL …");
        try (PostgresServer server = MigratedPostgres.temporary()) {
            report.write(method(), new SinkRounds(server, rounds(), rows(), progress).run());
        }
        return ExitCode.OK;
    }

    private static void requireAtLeast(int min, String option, int value) {
        if (value < min) {
            throw new BenchmarkFailedException(option + " must be at least " + min + ", not " + value + ".");
        }
    }

    private int rows() {
        return rows != null ? rows : quick ? 20_000 : 100_000;
    }

    private int rounds() {
        return rounds != null ? rounds : quick ? 1 : 5;
    }

    private String method() {
        return "%d round%s of %,d rows for each contender, after one that warms up; in every round another order"
                .formatted(rounds(), rounds() == 1 ? "" : "s", rows());
    }
}
