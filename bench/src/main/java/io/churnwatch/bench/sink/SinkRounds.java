package io.churnwatch.bench.sink;

import io.churnwatch.bench.process.ProcFiles;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.sample.SampleCustomers;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lets one contender after the other write into the same tables, round after round, each round in another order. */
final class SinkRounds {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PostgresServer server;
    private final DatabaseConfig database;
    private final int rounds;
    private final int rows;
    private final Progress progress;
    private final List<Customer> customers;
    private final PmmlForest model = ScoredFeed.model();
    private final List<Measurement> measured = new ArrayList<>();
    private int feeds;

    SinkRounds(PostgresServer server, int rounds, int rows, Progress progress) {
        this.server = server;
        this.database = new DatabaseConfig(server.url(), server.user(), server.password(), PATIENCE);
        this.rounds = rounds;
        this.rows = rows;
        this.progress = progress;
        this.customers = SampleCustomers.read();
    }

    List<Measurement> run() throws Exception {
        introduceCustomers();
        List<MeasuredSink> order = new ArrayList<>(List.of(MeasuredSink.values()));
        for (int round = 0; round <= rounds; round++) {
            for (MeasuredSink contender : order) {
                Measurement measurement = measure(contender);
                if (round > 0) { // the one before warms up
                    measured.add(measurement);
                }
                progress.say(
                        "%s  %-66s %,9.0f rows/s, %5.1f us client, %5.1f us server",
                        round == 0 ? "warm-up      " : "round %d of %d".formatted(round, rounds),
                        contender.title(),
                        measurement.rowsPerSecond(),
                        measurement.clientMicros(),
                        measurement.serverMicros());
            }
            Collections.rotate(order, 1);
        }
        return measured;
    }

    private Measurement measure(MeasuredSink contender) throws Exception {
        List<CustomerResult> results = nextFeed().next(rows);
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

    private static double clientSeconds() {
        return ProcFiles.ofProcess(ProcessHandle.current());
    }

    private double serverSeconds() {
        return ProcFiles.ofFamily(server.process().handle());
    }

    private void introduceCustomers() throws Exception {
        try (ResultWriter writer = MeasuredSink.ALL_TABLES.open(database)) {
            writer.write(nextFeed().introductions());
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) customer_churn, customer_risk, churn_risk_history, alert_history");
        }
    }

    private ScoredFeed nextFeed() throws Exception {
        return new ScoredFeed(customers, model, feeds++);
    }
}
