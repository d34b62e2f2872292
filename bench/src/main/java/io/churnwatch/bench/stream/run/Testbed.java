package io.churnwatch.bench.stream.run;

import io.churnwatch.bench.process.ProcFiles;
import io.churnwatch.bench.process.Processes;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.store.MigratedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Kafka with a feed in it, and PostgreSQL: the same that {@code ./churnwatch up} starts, with the same settings. */
public final class Testbed {
    private final Feed feed;
    private final KafkaServer kafka;
    private final PostgresServer postgres;

    private Testbed(Feed feed, KafkaServer kafka, PostgresServer postgres) {
        this.feed = feed;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /** Starts the services and fills the topic. */
    public static Testbed with(Feed feed, Path sample, Processes processes) {
        Testbed testbed = new Testbed(
                feed,
                processes.add(KafkaServer.temporary()),
                MigratedPostgres.migrate(processes.add(PostgresServer.temporary())));
        feed.publish(testbed.kafka.bootstrapServers(), sample);
        return testbed;
    }

    public Feed feed() {
        return feed;
    }

    /** What the last run with real sinks left in the tables. */
    public FeedMix mix() throws SQLException {
        try (Connection database = postgres.connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(FeedMix.QUERY)) {
            row.next();
            return FeedMix.read(row);
        }
    }

    /** Empties the tables, and makes that model the only one. */
    void prepare(Champion champion) throws SQLException {
        try (Connection database = postgres.connect();
                Statement statement = database.createStatement()) {
            statement.execute("TRUNCATE customer_churn, churn_risk_history, customer_risk, alert_history,"
                    + " risk_distribution, risk_trend, alert_count CASCADE");
            champion.publish(database);
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(kafka.environment());
        environment.putAll(postgres.environment());
        return environment;
    }

    Sample look(double rows, ProcessHandle job) throws IOException {
        return new Sample(
                System.nanoTime() / 1e9,
                rows,
                ProcFiles.ofFamily(job),
                ProcFiles.ofFamily(kafka.process().handle()),
                ProcFiles.ofFamily(postgres.process().handle()),
                ProcFiles.ofMachine());
    }
}
