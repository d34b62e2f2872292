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
import java.util.Optional;

/** Runs one scenario after the other, round after round, so that a drift of the machine hits all alike. */
final class StreamRounds {
    private final int rounds;
    private final Champion forest;
    private final List<Run> measured = new ArrayList<>();
    private Optional<FeedMix> mix = Optional.empty();

    StreamRounds(int rounds, Champion forest) {
        this.rounds = rounds;
        this.forest = forest;
    }

    /** What to do with the figures when a round is over: a long run may be broken off. */
    interface Report {
        void write() throws IOException;
    }

    /** Each scenario on its own testbed. */
    void run(Map<Scenario, Testbed> scenarios, Processes processes, Report report) throws IOException {
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Scenario, Testbed> entry : scenarios.entrySet()) {
                RunFigures figures = new JobRun(entry.getKey(), entry.getValue(), forest).measure(processes);
                lookAtMix(entry.getKey(), entry.getValue());
                measured.add(Run.of(entry.getKey(), figures));
                System.err.printf(
                        "round %d of %d  %-68s %,8.0f events/s  CPU µs per event: job %5.1f  Kafka %4.1f  PostgreSQL"
                                + " %5.1f  (load %.1f)%n",
                        round,
                        rounds,
                        entry.getKey(),
                        figures.perSecond(),
                        figures.jobMicros(),
                        figures.kafkaMicros(),
                        figures.postgresMicros(),
                        figures.load());
            }
            report.write();
        }
    }

    /** The tables of this run are emptied before the next. */
    private void lookAtMix(Scenario scenario, Testbed testbed) {
        if (scenario.variant() == Variant.FULL && scenario.sinks() == Sinks.REAL) {
            mix = Optional.of(testbed.mix());
        }
    }

    /** What the feed does to scores; known when the full job has written them. */
    Optional<FeedMix> mix() {
        return mix;
    }

    List<Run> runs() {
        return List.copyOf(measured);
    }

    /** One run of a scenario. */
    record Run(String variant, Sinks sinks, int customers, RunFigures figures) {
        static Run of(Scenario scenario, RunFigures figures) {
            return new Run(scenario.variant().toString(), scenario.sinks(), scenario.customers(), figures);
        }
    }
}
