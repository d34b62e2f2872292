package io.churnwatch.bench.stream.report;

import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.stream.run.Checkpoints;
import io.churnwatch.bench.stream.run.Contender;
import io.churnwatch.bench.stream.run.FeedMix;
import io.churnwatch.bench.stream.run.RunFigures;
import io.churnwatch.bench.stream.run.Sinks;
import io.churnwatch.bench.stream.run.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was measured, as {@code stream.md}. Every sentence about a figure is made from the figure. */
public final class StreamReport {
    /** The name of the report in its folder. */
    public static final String FILE = "stream.md";

    private static final double MICROS_OF_TWO_CORES = 2e6;
    private static final double MEBIBYTE = 1 << 20;

    private final StreamCircumstances circumstances;
    private final Optional<FeedMix> mix;
    private final StreamFigures figures;

    public StreamReport(StreamCircumstances circumstances, Optional<FeedMix> mix, Map<Contender, Medians> medians) {
        this.circumstances = circumstances;
        this.mix = mix;
        this.figures = new StreamFigures(medians);
    }

    /** Writes the report into a folder. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), markdown());
    }

    String markdown() {
        return "# How many events the stream job takes\n"
                + circumstances.markdown()
                + explanation()
                + table(Sinks.REAL, "With PostgreSQL and Kafka")
                + table(Sinks.DISCARDING, "Without sinks")
                + states()
                + goals();
    }

    private String explanation() {
        return """

                Kafka (one broker, 4 partitions), PostgreSQL (fsync and synchronous_commit on) and the job (one process, parallelism 2,
                RocksDB, a checkpoint every 5 s) are those of `./churnwatch up`, with its settings, on one machine. The feed lies in the topic
                before the job starts; every run has an empty state and empty tables. %s

                - *Events/s*: on the clock, at the sink, for PostgreSQL committed. The median of the runs, and the slowest to the fastest.
                - *CPU µs*: processor time per event, from `/proc`: of the job's process (compiler and garbage collector included), the broker, and
                  all of PostgreSQL. *Two free cores*: the rate that two processors would give which had nothing else to do.
                - *Others*: how many processors everything else on the machine kept busy meanwhile. *Load*: the load average at the end of a run,
                  the measured processes included.

                %s
                Beside this: [the sinks](stream-sinks.md), [the latency](stream-latency.md), [where the time goes](stream-notes.md).
                """.formatted(
                        mixInWords(),
                        Arrays.stream(Variant.values())
                                .map(variant -> "- *%s*: %s.\n".formatted(variant.title(), variant.description()))
                                .collect(Collectors.joining()));
    }

    private String mixInWords() {
        String feed =
                "%,d customers, each sent whole and not counted, then one change at a time from `./churnwatch feed`'s simulator."
                        .formatted(figures.customers());
        return feed
                + mix.map(counted ->
                                " Of the forest's scores %s %% move by a point or more and so carry reasons, %s %% do not move at all; %s %% raise an alert."
                                        .formatted(
                                                percent(counted.moved()),
                                                percent(counted.unchanged()),
                                                percent(counted.alerts())))
                        .orElse("");
    }

    private static String percent(double share) {
        return Numbers.inWords(100 * share);
    }

    private String table(Sinks sinks, String title) {
        List<Contender> contenders = figures.contenders(sinks);
        if (contenders.isEmpty()) {
            return "";
        }
        return """

                ## %s

                | | events/s | slowest – fastest | CPU µs: job | Kafka | PostgreSQL | all | two free cores | others | load |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                %s""".formatted(title, contenders.stream().map(this::row).collect(Collectors.joining()));
    }

    private String row(Contender contender) {
        Medians medians = figures.of(contender);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f – %,.0f | %.1f | %.1f | %.1f | %.1f | %,.0f | %.2f | %.1f |%n",
                contender.variant().title(),
                medians.perSecond(),
                medians.min(RunFigures::perSecond),
                medians.max(RunFigures::perSecond),
                medians.of(RunFigures::jobMicros),
                medians.of(RunFigures::kafkaMicros),
                medians.of(RunFigures::postgresMicros),
                medians.totalMicros(),
                MICROS_OF_TWO_CORES / medians.totalMicros(),
                medians.of(RunFigures::othersCores),
                medians.of(RunFigures::load));
    }

    private String states() {
        List<Contender> states = figures.states();
        if (states.size() < 2) {
            return "";
        }
        return """

                ## More customers

                The full job without reasons and sinks; every customer has been sent before what counts.

                | customers | events/s | CPU µs of the job | state in a checkpoint | written by the last | a checkpoint takes | at most |
                |---:|---:|---:|---:|---:|---:|---:|
                %s""".formatted(states.stream().map(this::stateRow).collect(Collectors.joining()));
    }

    private String stateRow(Contender contender) {
        Medians medians = figures.of(contender);
        Checkpoints checkpoints = medians.checkpoints();
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %.1f | %.1f MiB | %.1f MiB | %,d ms | %,d ms |%n",
                contender.customers(),
                medians.perSecond(),
                medians.of(RunFigures::jobMicros),
                checkpoints.stateBytes() / MEBIBYTE,
                checkpoints.writtenBytes() / MEBIBYTE,
                checkpoints.millis(),
                checkpoints.millisMax());
    }

    private String goals() {
        return "\n## Against the targets of issue 5\n\n"
                + Goal.all().stream()
                        .map(goal -> "- " + goal.sentence(figures) + "\n")
                        .collect(Collectors.joining());
    }
}
