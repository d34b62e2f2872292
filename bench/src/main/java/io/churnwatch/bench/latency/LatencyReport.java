package io.churnwatch.bench.latency;

import io.churnwatch.bench.report.ServiceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, as {@code stream-latency.md}. The last load is the one that the target is about. */
record LatencyReport(ServiceRun run, List<LatencyFigures> loads) {
    private static final double GOAL_MILLIS = 250;
    private static final double FLOOR_MILLIS = 500;

    LatencyReport {
        loads = List.copyOf(loads);
    }

    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("stream-latency.md"), markdown());
    }

    String markdown() {
        return "# From an update to its row and its alert\n"
                + run.markdown()
                + explanation()
                + loads.stream().map(LatencyReport::section).collect(Collectors.joining())
                + target(loads.get(loads.size() - 1));
    }

    private static String explanation() {
        return """

                The stream job in a JVM of its own with its default settings (parallelism 2, checkpoints every 5 s), real Kafka and
                PostgreSQL with fsync, the simulated feed over the 10,000 customers of the sample, a small forest of Spark. Producer,
                services, job and readers share the machine; the events are made beforehand.

                Each event has a moment at which it is due, and its latency counts from there, also when the producer was late. The
                end is when a reader that polls `churn_risk_history` every %d ms has read the row, or a consumer of
                `churnwatch.risk-alerts` has read the alert. Milliseconds.
                """.formatted(RowReader.PAUSE.toMillis());
    }

    private static String section(LatencyFigures load) {
        return String.format(
                        Locale.ROOT,
                        "%n## %,d events a second%n%n",
                        load.schedule().eventsPerSecond())
                + "| | events | p50 | p95 | p99 | max |\n|---|---:|---:|---:|---:|---:|\n"
                + lines("row", load.rows())
                + lines("alert", load.alerts())
                + (load.keptUp() ? "" : shortfall(load));
    }

    private static String lines(String what, List<Percentiles> rounds) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rounds.size(); i++) {
            lines.append(line(what + ", round " + (i + 1), rounds.get(i)));
        }
        return lines.append(line("**" + what + ", median**", Percentiles.median(rounds)))
                .toString();
    }

    private static String line(String what, Percentiles found) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.0f | %.0f | %.0f | %.0f |%n",
                what,
                found.count(),
                found.p50(),
                found.p95(),
                found.p99(),
                found.max());
    }

    private static String shortfall(LatencyFigures load) {
        return String.format(
                Locale.ROOT,
                "%n**The job did not keep up:** half a minute after the last event %,d of %,d rows were there; those that were not are not in the table.%n",
                load.arrived(),
                load.schedule().events());
    }

    private static String target(LatencyFigures load) {
        double found = Percentiles.median(load.alerts()).p99();
        return String.format(
                Locale.ROOT,
                "%n## Against the target of issue 5%n%n- At %,d events a second, 99 %% of the alerts are there within %.0f ms. %s%n",
                load.schedule().eventsPerSecond(),
                found,
                load.keptUp() ? verdict(found) : "**Not an answer**, as the job did not keep up.");
    }

    private static String verdict(double millis) {
        if (millis <= GOAL_MILLIS) {
            return "Wanted: at most 250 ms.";
        }
        return millis <= FLOOR_MILLIS
                ? "**Worse than wanted:** at most 250 ms; within the limit of 500 ms."
                : "**Worse than wanted:** at most 250 ms; **beyond even the limit** of 500 ms.";
    }
}
