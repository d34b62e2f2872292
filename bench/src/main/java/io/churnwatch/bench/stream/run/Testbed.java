package io.churnwatch.bench.stream.run;

import io.churnwatch.bench.process.ProcFiles;
import io.churnwatch.bench.process.Processes;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import io.churnwatch.store.MigratedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Kafka with a feed in it, and PostgreSQL: the same servers with the same settings as {@code ./churnwatch up}. */
public final class Testbed {
    private final Feed feed;
    private final KafkaServer kafka;
    private final PostgresServer postgres;
    private final Database database;

    /** Starts the services and fills the topic. */
    public Testbed(Feed feed, Processes processes) {
        this.feed = feed;
        this.kafka = processes.add(KafkaServer.temporary());
        this.postgres = MigratedPostgres.migrate(processes.add(PostgresServer.temporary()));
        this.database = Database.of(postgres.environment(), ConnectionLimits.COMMAND_LINE);
        feed.publish(kafka.bootstrapServers());
    }

    public Feed feed() {
        return feed;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public Database database() {
        return database;
    }

    /** Returns the tables' content after the last run with real sinks. */
    public FeedMix mix() {
        return database()
                .inSnapshot(handle -> handle.createQuery(FeedMix.QUERY)
                        .map(ConstructorMapper.of(FeedMix.class))
                        .one());
    }

    /** Empties the tables, and publishes the only model. */
    void prepare(Champion champion) {
        try (Handle handle = database.open()) {
            handle.execute("TRUNCATE customer_churn, churn_risk_history, customer_risk, alert_history,"
                    + " risk_distribution, risk_trend, alert_count CASCADE");
            handle.useTransaction(champion::publish);
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
