package io.churnwatch.bench.sink;

import io.churnwatch.bench.process.ProcFiles;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.scoring.jpmml.parity.ModelZoo;
import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lets one contender after the other write into the same tables, round after round, each round in another order. */
final class SinkRounds {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CUSTOMERS = 10_000;
    private static final String MODEL = "spark-forest";

    private final PostgresServer server;
    private final DatabaseConfig database;
    private final int rounds;
    private final int rows;
    private final Progress progress;
    private final List<Measurement> measured = new ArrayList<>();

    /**
     * Rows that one contender has written.
     *
     * @param seconds from the first to the last commit
     * @param clientSeconds of CPU in this process
     * @param serverSeconds of CPU in PostgreSQL, with what it does beside our connection
     */
    record Measurement(
            String contender, String title, int rows, double seconds, double clientSeconds, double serverSeconds) {}

    SinkRounds(PostgresServer server, int rounds, int rows, Progress progress) {
        this.server = server;
        this.database = new DatabaseConfig(server.url(), server.user(), server.password(), PATIENCE);
        this.rounds = rounds;
        this.rows = rows;
        this.progress = progress;
    }

    List<Measurement> run() throws Exception {
        List<MeasuredSink> order = new ArrayList<>(List.of(MeasuredSink.values()));
        publishModel();
        try (ScoredFeed feed = new ScoredFeed(new Feed(CUSTOMERS, (rounds + 1L) * order.size() * rows), database)) {
            introduceCustomers(feed);
            for (int round = 0; round <= rounds; round++) {
                for (MeasuredSink contender : order) {
                    note(round, measure(contender, feed.next(rows)));
                }
                Collections.rotate(order, 1);
            }
        }
        return measured;
    }

    private void publishModel() {
        try (Handle handle = database.database().open()) {
            handle.useTransaction(new Champion(MODEL, ModelZoo.document(MODEL))::publish);
        }
    }

    /** Makes every customer known to the tables, as after the first minutes of any job. */
    private void introduceCustomers(ScoredFeed feed) throws Exception {
        try (ResultWriter writer = MeasuredSink.ALL_TABLES.open(database)) {
            writer.write(feed.next(CUSTOMERS));
        }
        try (Handle handle = database.database().open()) {
            handle.execute("VACUUM (ANALYZE) customer_churn, customer_risk, churn_risk_history, alert_history");
        }
    }

    private Measurement measure(MeasuredSink contender, List<CustomerResult> results) throws Exception {
        try (ResultWriter writer = contender.open(database)) {
            writer.write(results.subList(0, 1)); // connects and prepares
            System.gc(); // what making the results left is not the writer's
            List<CustomerResult> rest = results.subList(1, results.size());
            double clientBefore = clientSeconds();
            double serverBefore = serverSeconds();
            long start = System.nanoTime();
            writer.write(rest);
            return new Measurement(
                    contender.name(),
                    contender.title(),
                    rest.size(),
                    (System.nanoTime() - start) / 1e9,
                    clientSeconds() - clientBefore,
                    serverSeconds() - serverBefore);
        }
    }

    /** Round 0 warms up, and does not count. */
    private void note(int round, Measurement measurement) {
        if (round > 0) {
            measured.add(measurement);
        }
        progress.say(
                "round %d of %d  %-42s %,9.0f rows/s",
                round, rounds, measurement.title(), measurement.rows() / measurement.seconds());
    }

    private static double clientSeconds() {
        return ProcFiles.ofProcess(ProcessHandle.current());
    }

    private double serverSeconds() {
        return ProcFiles.ofFamily(server.process().handle());
    }
}
