package io.churnwatch.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics, from their beginning to where they end now. */
final class KafkaLog {
    private final Properties properties = new Properties();

    KafkaLog(String bootstrapServers) {
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("enable.auto.commit", "false");
    }

    List<LogRecord> feed(String topic) {
        List<LogRecord> records = new ArrayList<>();
        read(
                topic,
                record -> records.add(new LogRecord(
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        record.value() == null ? new byte[0] : record.value())));
        return records;
    }

    /** The reasons by the identity of the record they speak of; more than one where it was written again. */
    Map<String, List<String>> deadLetters(String topic) {
        Map<String, List<String>> letters = new HashMap<>();
        read(
                topic,
                record -> letters.computeIfAbsent(header(record, "ce_id"), id -> new ArrayList<>())
                        .add(header(record, "cw_reason")));
        return letters;
    }

    /** Hands over each record, in the order of its partition. */
    void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> consumer) {
        try (KafkaConsumer<byte[], byte[]> kafka =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = kafka.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                kafka.poll(Duration.ofMillis(200)).forEach(consumer);
            }
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
