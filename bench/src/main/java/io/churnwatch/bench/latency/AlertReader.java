package io.churnwatch.bench.latency;

import io.churnwatch.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A reader of {@code churnwatch.risk-alerts}, from now on. */
final class AlertReader implements AutoCloseable {
    private static final String EVENT_ID = "\"event_id\":\"";

    private final EventIds ids;
    private final Arrivals arrivals;
    private final KafkaConsumer<byte[], byte[]> consumer;

    AlertReader(String bootstrapServers, EventIds ids, Arrivals arrivals) {
        this.ids = ids;
        this.arrivals = arrivals;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.RISK_ALERTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeking waits for a reason to look
    }

    /** Waits a moment for what is new. */
    void look() {
        for (ConsumerRecord<byte[], byte[]> alert : consumer.poll(Duration.ofMillis(20))) {
            arrivals.note(ids.place(eventId(new String(alert.value(), StandardCharsets.UTF_8))), System.nanoTime());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String eventId(String json) {
        int start = json.indexOf(EVENT_ID) + EVENT_ID.length();
        return json.substring(start, json.indexOf('"', start));
    }
}
