package io.churnwatch.local.feed;

import io.churnwatch.CloudEventHeaders;
import io.churnwatch.local.CommandFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends messages to one topic, in order per customer; a message that Kafka has not taken fails the next call. */
public final class FeedPublisher implements AutoCloseable {
    private static final String SENDER = "command-line";

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long sent;

    private FeedPublisher(KafkaProducer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * A publisher to a topic that is there.
     *
     * @throws CommandFailedException when it is not, or Kafka does not answer
     */
    public static FeedPublisher connect(String bootstrapServers, String topic) {
        KafkaTopics.require(bootstrapServers, topic);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.CLIENT_ID_CONFIG,
                "churnwatch-feed");
        return new FeedPublisher(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), topic);
    }

    public void send(RawUpdate update) {
        check();
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, bytes(update.key()), update.value());
        update.eventId().ifPresent(id -> CloudEventHeaders.of(id, topic, SENDER).forEach(message.headers()::add));
        var unused = producer.send(message, (metadata, e) -> failure.compareAndSet(null, e));
        sent++;
    }

    /** Returns once Kafka has everything. */
    public void flush() {
        producer.flush();
        check();
    }

    public long sent() {
        return sent;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void check() {
        Exception e = failure.get();
        if (e != null) {
            throw CommandFailedException.failed("Kafka did not take a message: " + e.getMessage());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
