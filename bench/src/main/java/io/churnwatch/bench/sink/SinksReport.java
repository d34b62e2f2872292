package io.churnwatch.bench.sink;

import io.churnwatch.bench.report.ServiceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was measured, as {@code stream-sinks.md}. Every sentence about a figure is made from the figure. */
record SinksReport(ServiceRun run, Map<Contender, List<Measurement>> measured) {
    private static final double SHARE_OF_COPY = 0.7;

    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("stream-sinks.md"), markdown());
    }

    String markdown() {
        return "# Writing scored updates into PostgreSQL\n" + run.markdown() + explanation() + table() + target();
    }

    private static String explanation() {
        return """

                One connection, real tables with all their indexes and foreign keys, fsync and synchronous_commit on. The results are
                those of the simulated feed (`./churnwatch feed`) over the 10,000 customers of the sample: scored by a forest, with
                reasons where a score moved by a point, and alerts by the default rules; they are made before the clock starts. Every
                row is a new event of a customer who is known already. All but the first contender write `churn_risk_history` alone,
                in transactions of 1,000 rows unless the name says otherwise; they share the tables, which grow.

                Medians over the rounds, in brackets the slowest and the fastest round. *Client* and *server* are microseconds of CPU
                for a row, as Linux counts them: of the process that writes (with its compiler and collector), and of all
                PostgreSQL's processes.

                """;
    }

    private String table() {
        return """
                | | rows/s | of COPY | client | server | together |
                |---|---:|---:|---:|---:|---:|
                """ + measured.keySet().stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Contender contender) {
        List<Measurement> rounds = of(contender);
        double[] speeds =
                rounds.stream().mapToDouble(Measurement::rowsPerSecond).sorted().toArray();
        double client = Measurement.median(rounds, Measurement::clientMicros);
        double server = Measurement.median(rounds, Measurement::serverMicros);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f (%,.0f–%,.0f) | %.0f %% | %.1f | %.1f | %.1f |%n",
                contender.title(),
                speed(contender),
                speeds[0],
                speeds[speeds.length - 1],
                100 * speed(contender) / speed(Contender.COPY),
                client,
                server,
                client + server);
    }

    private String target() {
        double share = speed(Contender.OURS) / speed(Contender.COPY);
        return String.format(
                Locale.ROOT,
                "%n## Against the target of issue 5%n%n- Our sink writes %.0f %% of the rows that COPY writes in the same time. %s%n",
                100 * share,
                share >= SHARE_OF_COPY ? "Wanted: at least 70 %." : "**Worse than wanted:** at least 70 %.");
    }

    private double speed(Contender contender) {
        return Measurement.median(of(contender), Measurement::rowsPerSecond);
    }

    private List<Measurement> of(Contender contender) {
        return Objects.requireNonNull(measured.get(contender));
    }
}
