package io.churnwatch.bench.latency;

import io.churnwatch.Topics;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.RawUpdate;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.ModuleProcess;
import io.churnwatch.scoring.jpmml.parity.ModelZoo;
import io.churnwatch.store.MigratedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stream job in its own JVM between a Kafka and a PostgreSQL of their own, with customers that it knows. */
final class JobUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MODEL = "spark-forest";

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final ModuleProcess job;

    private JobUnderTest(PostgresServer postgres, KafkaServer kafka, ModuleProcess job) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.job = job;
    }

    /** Returns once every customer has a score. */
    static JobUnderTest start(Path folder, List<Customer> customers) throws SQLException {
        PostgresServer postgres = PostgresServer.temporary();
        KafkaServer kafka = KafkaServer.temporary();
        JobUnderTest test = new JobUnderTest(postgres, kafka, job(folder, postgres, kafka));
        try {
            test.publishModel();
            test.introduce(customers);
            return test;
        } catch (SQLException | RuntimeException e) {
            test.close();
            throw e;
        }
    }

    PostgresServer postgres() {
        return postgres;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        job.close();
        kafka.close();
        postgres.close();
    }

    private static ModuleProcess job(Path folder, PostgresServer postgres, KafkaServer kafka) {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.putAll(kafka.environment());
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        return ModuleProcess.job(environment, folder);
    }

    private void publishModel() throws SQLException {
        try (Connection connection = MigratedPostgres.migrate(postgres).connect()) {
            new Champion(MODEL, ModelZoo.document(MODEL)).publish(connection);
        }
    }

    private void introduce(List<Customer> customers) {
        ChildProcess process = job.start();
        try (FeedPublisher publisher = FeedPublisher.connect(bootstrapServers(), Topics.CUSTOMER_UPDATES)) {
            for (Customer customer : customers) {
                publisher.send(introduction(customer));
            }
            publisher.flush();
        }
        process.awaitReady(() -> rows() >= customers.size(), PATIENCE);
    }

    private static RawUpdate introduction(Customer customer) {
        return RawUpdate.of(CustomerUpdateJson.write(new CustomerUpdate(
                "introduction-" + customer.customerId(),
                customer.customerId(),
                Instant.now(),
                UpdateOp.UPSERT,
                "core-banking",
                customer.profile())));
    }

    private long rows() {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM customer_risk")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new BenchmarkFailedException("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }
}
