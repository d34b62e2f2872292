package io.churnwatch.bench.stream;

import io.churnwatch.bench.process.Processes;
import io.churnwatch.bench.report.RunRecorder;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Forests;
import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.bench.stream.run.FeedMix;
import io.churnwatch.bench.stream.run.Scenario;
import io.churnwatch.bench.stream.run.Sinks;
import io.churnwatch.bench.stream.run.SteadyPart;
import io.churnwatch.bench.stream.run.Testbed;
import io.churnwatch.bench.stream.run.Variant;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how many events a second the stream job takes, and records it. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description =
                "Measures how many events a second the stream job takes, on real Kafka and PostgreSQL, and what of"
                        + " that its parts cost: scoring, reasons, state, sinks. Writes docs/benchmarks/stream.md. The"
                        + " forest is trained once and kept.",
        footer = {
            "",
            "Starts its own Kafka, PostgreSQL and job on free ports, and writes some gigabytes into the folder for"
                    + " temporary files.",
            "",
            "Example:",
            "  ./churnwatch bench stream --quick --variants constant,full"
        })
public final class StreamCommand implements Callable<Integer> {
    private static final ForestShape FOREST = new ForestShape(100, 10);
    private static final int UPDATES = 1_500_000;
    private static final int QUICK_UPDATES = 150_000;
    private static final int ROUNDS = 3;

    @Mixin
    private final RunRecorder recording = new RunRecorder();

    @Option(names = "--quick", description = "A first look: one round of " + QUICK_UPDATES + " events.")
    private boolean quick;

    @Option(names = "--events", paramLabel = "N", description = "Updates per run (default: " + UPDATES + ").")
    private @Nullable Long events;

    @Option(names = "--rounds", paramLabel = "N", description = "Runs of each variant (default: " + ROUNDS + ").")
    private @Nullable Integer rounds;

    @Option(
            names = "--variants",
            split = ",",
            paramLabel = "NAME",
            description = "What to measure (default: all): ${COMPLETION-CANDIDATES}.")
    private List<Variant> variants = List.of(Variant.values());

    @Option(
            names = "--customers",
            split = ",",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many customers there are (default: ${DEFAULT-VALUE}). With more than one number, the job"
                    + " without reasons is also measured with each of the others, for what more state costs.")
    private List<Integer> customers = List.of();

    @Override
    public Integer call() throws IOException {
        recording.require(
                updates() >= 1_000 && roundCount() >= 1 && customers.stream().allMatch(count -> count >= 1),
                "At least 1,000 events, one round and one customer are needed.");
        RunRecorder.Report report = recording.start("stream");
        Champion forest = new Champion(
                "forest-" + FOREST,
                Forests.kept().of(Origin.SPARK, FOREST).files().pmml());
        try (Processes processes = Processes.stoppedAtExit()) {
            Map<Scenario, Testbed> scenarios = scenarios(testbeds(processes));
            StreamRounds rounds = new StreamRounds(forest, processes);
            for (int round = 1; round <= roundCount(); round++) {
                rounds.run(round, scenarios);
                // After each, as a long run may be broken off.
                report.write(method(), new Figures(updates(), rounds.mix(), rounds.runs()));
            }
            return ExitCode.OK;
        }
    }

    private record Figures(long updates, @Nullable FeedMix mix, List<StreamRounds.Run> runs) {}

    private String method() {
        return "%s of every variant, one after the other; %,d updates each, of which those from %.0f to %.0f %% count"
                .formatted(
                        roundCount() == 1 ? "1 run" : roundCount() + " runs",
                        updates(),
                        100 * SteadyPart.FROM,
                        100 * SteadyPart.TO);
    }

    private Map<Integer, Testbed> testbeds(Processes processes) {
        Map<Integer, Testbed> testbeds = new LinkedHashMap<>();
        for (int count : new LinkedHashSet<>(customers)) {
            System.err.printf(
                    "Starting Kafka and PostgreSQL, and sending %,d customers and %,d updates …%n", count, updates());
            testbeds.put(count, new Testbed(new Feed(count, updates()), processes));
        }
        return testbeds;
    }

    /** Those of one round, in their order. */
    private Map<Scenario, Testbed> scenarios(Map<Integer, Testbed> testbeds) {
        Map<Scenario, Testbed> scenarios = new LinkedHashMap<>();
        int first = customers.get(0);
        for (Sinks sinks : Sinks.values()) {
            for (Variant variant : variants) {
                scenarios.put(new Scenario(variant, sinks, first), testbeds.get(first));
            }
        }
        if (testbeds.size() > 1) {
            testbeds.forEach((count, testbed) ->
                    scenarios.put(new Scenario(Variant.NO_REASONS, Sinks.DISCARDING, count), testbed));
        }
        return scenarios;
    }

    private long updates() {
        return events != null ? events : quick ? QUICK_UPDATES : UPDATES;
    }

    private int roundCount() {
        return rounds != null ? rounds : quick ? 1 : ROUNDS;
    }
}
