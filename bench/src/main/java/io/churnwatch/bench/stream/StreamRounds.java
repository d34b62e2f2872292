package io.churnwatch.bench.stream;

import io.churnwatch.bench.process.Processes;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.FeedMix;
import io.churnwatch.bench.stream.run.JobRun;
import io.churnwatch.bench.stream.run.RunFigures;
import io.churnwatch.bench.stream.run.Scenario;
import io.churnwatch.bench.stream.run.Sinks;
import io.churnwatch.bench.stream.run.Testbed;
import io.churnwatch.bench.stream.run.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one scenario after the other, round after round, so that a drift of the machine hits all alike. */
final class StreamRounds {
    private final Champion forest;
    private final Processes processes;
    private final List<Run> measured = new ArrayList<>();
    private @Nullable FeedMix mix;

    StreamRounds(Champion forest, Processes processes) {
        this.forest = forest;
        this.processes = processes;
    }

    /** One run of a scenario. */
    record Run(String variant, Sinks sinks, int customers, RunFigures figures) {}

    /** Each scenario on its own testbed. */
    void run(int round, Map<Scenario, Testbed> scenarios) throws IOException {
        for (Map.Entry<Scenario, Testbed> entry : scenarios.entrySet()) {
            Scenario scenario = entry.getKey();
            RunFigures figures = new JobRun(scenario, entry.getValue(), forest).measure(processes);
            if (scenario.variant() == Variant.FULL && scenario.sinks() == Sinks.REAL) {
                mix = entry.getValue().mix(); // the next run empties its tables
            }
            measured.add(new Run(scenario.variant().toString(), scenario.sinks(), scenario.customers(), figures));
            System.err.printf(
                    "round %d  %-48s %,8.0f events/s  CPU µs per event: job %5.1f  Kafka %4.1f  PostgreSQL %5.1f"
                            + "  (load %.1f)%n",
                    round,
                    scenario,
                    figures.perSecond(),
                    figures.jobMicros(),
                    figures.kafkaMicros(),
                    figures.postgresMicros(),
                    figures.load());
        }
    }

    /** The feed's effect on scores; null until the full job has written them. */
    @Nullable
    FeedMix mix() {
        return mix;
    }

    List<Run> runs() {
        return List.copyOf(measured);
    }
}
