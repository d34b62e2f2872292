package io.churnwatch.bench.swap;

import io.churnwatch.Topics;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.FeedRun;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.local.sample.SampleCustomers;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.ModuleProcess;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.store.MigratedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One life of a job between a Kafka and a PostgreSQL of its own: a steady feed, and one champion after the other. */
final class SwapRun implements AutoCloseable {
    private static final int CUSTOMERS = 20_000;
    private static final long SEED = 20261125;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Announced a second ahead, and a second after, twice; publishing takes a little, too. */
    private static final Duration SWAP_AND_CALM = Duration.ofMillis(4_200);

    private final int perSecond;
    private final Progress progress;
    private final PostgresServer postgres = MigratedPostgres.temporary();
    private final KafkaServer kafka = KafkaServer.temporary();
    private final Path folder;
    private final ModuleProcess job;

    /**
     * What came of it.
     *
     * @param events that were scored
     */
    record Outcome(long events, Pauses pauses) {}

    SwapRun(int perSecond, Progress progress) throws IOException {
        this.perSecond = perSecond;
        this.progress = progress;
        this.folder = Files.createTempDirectory("churnwatch-swaps-");
        this.job = ModuleProcess.job(environment(), folder);
    }

    /** Swaps the forest for a copy of itself, so many times. */
    Outcome run(byte[] pmml, int swaps) throws IOException, SQLException {
        try (Connection database = postgres.connect();
                KafkaProducer<byte[], byte[]> control = control();
                FeedPublisher publisher = FeedPublisher.connect(kafka.bootstrapServers(), Topics.CUSTOMER_UPDATES)) {
            Champions champions = new Champions(database, control, pmml);
            champions.swap();
            job.start();
            long updates = perSecond * length(swaps).toSeconds();
            Instant firstUpdateAt = Instant.now().minusMillis(updates);
            List<Customer> customers = customers(publisher, firstUpdateAt.minusMillis(1));
            await(database, customers.size());
            FeedSimulator simulator =
                    new FeedSimulator(customers, FeedShares.ALL_GOOD, SEED, "swaps", everLater(firstUpdateAt));
            CompletableFuture<Integer> feed = CompletableFuture.supplyAsync(
                    () -> new FeedRun(simulator, publisher, progress).send(perSecond, updates));
            pause(WARM_UP);
            List<Swap> made = swap(champions, swaps);
            feed.join();
            await(database, customers.size() + updates);
            List<Pauses.Scored> events = scored(database, made.get(0).announcedAt());
            return new Outcome(customers.size() + updates, Pauses.of(events, made));
        }
    }

    private List<Swap> swap(Champions champions, int swaps) throws SQLException {
        List<Swap> made = new ArrayList<>();
        for (int number = 1; number <= swaps; number++) {
            Swap swap = champions.swap();
            made.add(swap);
            pause(Duration.between(Instant.now(), swap.calm().end()));
            progress.say("Swap %d of %d", number, swaps);
        }
        return made;
    }

    @Override
    public void close() throws IOException {
        job.close();
        kafka.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A little longer than it takes, so that the last swap is under load, too. */
    private static Duration length(int swaps) {
        return WARM_UP.plus(SWAP_AND_CALM.multipliedBy(swaps + 1));
    }

    /** Every customer once, before the clock runs. */
    private static List<Customer> customers(FeedPublisher publisher, Instant at) throws IOException {
        Path sample = SampleCustomers.unpackTo(Files.createTempFile("churnwatch-sample-", ".csv"));
        List<Customer> customers = new Feed(CUSTOMERS, 0).customers(sample);
        Files.delete(sample);
        customers.forEach(customer -> publisher.send(Feed.whole(customer, at)));
        publisher.flush();
        return customers;
    }

    /** No two updates of a customer are of one time, so that none supersedes another and each becomes a row. */
    private static Clock everLater(Instant start) {
        AtomicLong millis = new AtomicLong();
        InstantSource source = () -> start.plusMillis(millis.getAndIncrement());
        return source.withZone(ZoneOffset.UTC);
    }

    /** Until each event is a row: none is lost. */
    private void await(Connection database, long rows) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long found = history(database);
        while (found < rows) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailedException("%,d of %,d events are scored. The end of the job's log:%n%s"
                        .formatted(found, rows, job.logTail()));
            }
            pause(Duration.ofSeconds(1));
            found = history(database);
        }
    }

    private static long history(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM churn_risk_history")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Pauses.Scored> scored(Connection database, Instant since) throws SQLException {
        List<Pauses.Scored> events = new ArrayList<>();
        try (PreparedStatement select =
                database.prepareStatement("SELECT logged_at, scored_at FROM churn_risk_history WHERE logged_at >= ?")) {
            select.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new Pauses.Scored(instant(row, 1), instant(row, 2)));
                }
            }
        }
        return events;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(kafka.environment());
        environment.putAll(postgres.environment());
        environment.put("CHURNWATCH_STATE_DIR", folder.resolve("state").toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        return environment;
    }

    private KafkaProducer<byte[], byte[]> control() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
