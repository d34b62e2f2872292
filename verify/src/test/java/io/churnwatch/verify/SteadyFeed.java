package io.churnwatch.verify;

import io.churnwatch.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a rough feed at a steady rate, from {@link #start} to {@link #stop}, and waits for Kafka when that is away. */
final class SteadyFeed implements AutoCloseable {
    static final int EVENTS_PER_SECOND = 500;
    private static final int TICKS_PER_SECOND = 20;

    private final RoughFeed feed;
    private final int eventsMax;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private ScheduledFuture<?> ticks;

    SteadyFeed(String bootstrapServers, RoughFeed feed) {
        this(bootstrapServers, feed, Integer.MAX_VALUE);
    }

    /** On a slow machine a feed without an end leaves the job behind. */
    SteadyFeed(String bootstrapServers, RoughFeed feed, int eventsMax) {
        this.feed = feed;
        this.eventsMax = eventsMax;
        this.producer = producer(bootstrapServers);
    }

    /** Of records that the brokers have when they say so. */
    static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void start() {
        ticks = clock.scheduleAtFixedRate(this::tick, 0, 1_000 / TICKS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    /** Returns once Kafka has answered for every event. What counts is its log: an event that it refused is not there. */
    void stop() throws Exception {
        ticks.cancel(false);
        clock.submit(() -> {}).get(60, TimeUnit.SECONDS); // after a tick that has begun
        producer.flush();
    }

    /** For what is sent beside the feed. */
    KafkaProducer<byte[], byte[]> producer() {
        return producer;
    }

    int sent() {
        return sent.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }

    private void tick() {
        for (int i = 0; i < EVENTS_PER_SECOND / TICKS_PER_SECOND && sent.get() < eventsMax; i++) {
            sent.incrementAndGet();
            send(feed.next());
        }
    }

    private void send(RoughFeed.Message message) {
        byte[] key = Long.toString(message.customerId()).getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(
                new ProducerRecord<>(Topics.CUSTOMER_UPDATES, key, message.value()), (metadata, error) -> {
                    if (error != null) {
                        System.err.println("Kafka refused an event: " + error);
                    }
                });
    }
}
