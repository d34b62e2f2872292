package io.churnwatch.stream.sink;

import io.churnwatch.CloudEventHeaders;
import io.churnwatch.Topics;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskJson;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.score.CustomerResult;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The topics that the job writes. At least once by default, and every record carries an identity by which a repeated one
 * is known: {@code ce_id} (the event, the alert), or for a dead letter its partition and offset in the feed.
 */
public final class KafkaSinks {
    private static final String TRANSACTION_TIMEOUT_MILLIS = "900000"; // the broker's default upper limit

    /**
     * Records come by the thousand, and a request for every few of them costs the broker and the producer's thread as much as
     * decoding, merging and scoring together (docs/benchmarks/stream-notes.md). What is urgent is read from the tables.
     */
    private static final String LINGER_MILLIS = "50";

    private static final String BATCH_BYTES = Integer.toString(128 * 1024);

    private static final int VALUE_MAX = 1_000_000; // with its headers within Kafka's default of 1 MiB for a record
    private static final int HEADER_MAX = 1_000;

    private final JobConfig config;

    public KafkaSinks(JobConfig config) {
        this.config = config;
    }

    public KafkaSink<CustomerResult> scores() {
        return sink(Topics.RISK_SCORED, result -> {
            RiskScored score = Objects.requireNonNull(result.score());
            return record(Topics.RISK_SCORED, score.customerId(), RiskJson.write(score), score.eventId());
        });
    }

    public KafkaSink<CustomerResult> alerts() {
        return sink(Topics.RISK_ALERTS, result -> {
            AlertRaised alert = Objects.requireNonNull(result.alert());
            return record(Topics.RISK_ALERTS, alert.customerId(), RiskJson.write(alert), alert.alertId());
        });
    }

    public KafkaSink<DeadLetter> deadLetters() {
        return sink(Topics.DEAD_LETTERS, KafkaSinks::deadLetter);
    }

    /** Cuts a value that is too long for a record of its own; partition and offset locate the whole one. */
    static ProducerRecord<byte[], byte[]> deadLetter(DeadLetter letter) {
        byte[] value = letter.record().value();
        String identity = letter.record().partition() + "-" + letter.record().offset();
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS,
                null,
                bytes(identity),
                value.length > VALUE_MAX ? Arrays.copyOf(value, VALUE_MAX) : value,
                List.of(
                        header(CloudEventHeaders.ID, identity),
                        header("cw_reason", letter.reason().code()),
                        header("cw_size", Integer.toString(value.length)),
                        header("cw_field", cut(letter.field())),
                        header("cw_detail", cut(letter.detail())),
                        header("cw_event_id", letter.eventId()),
                        header("cw_partition", Integer.toString(letter.record().partition())),
                        header("cw_offset", Long.toString(letter.record().offset())),
                        header("cw_logged_at", letter.record().loggedAt().toString())));
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, long customerId, byte[] value, String id) {
        return new ProducerRecord<>(
                topic, null, bytes(Long.toString(customerId)), value, List.of(header(CloudEventHeaders.ID, id)));
    }

    /** Turns a value into a record of Kafka. */
    private interface RecordWriter<T> extends Serializable {
        ProducerRecord<byte[], byte[]> write(T value);
    }

    private <T> KafkaSink<T> sink(String topic, RecordWriter<T> writer) {
        KafkaRecordSerializationSchema<T> serializer = (value, context, timestamp) -> writer.write(value);
        KafkaSinkBuilder<T> builder = KafkaSink.<T>builder()
                .setBootstrapServers(config.kafka())
                .setRecordSerializer(serializer)
                .setProperty("acks", "all")
                .setProperty("linger.ms", LINGER_MILLIS)
                .setProperty("batch.size", BATCH_BYTES);
        if (!config.exactlyOnce()) {
            return builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
        }
        return builder.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(topic)
                .setProperty("transaction.timeout.ms", TRANSACTION_TIMEOUT_MILLIS)
                .build();
    }

    private static String cut(String text) {
        return text.length() > HEADER_MAX ? text.substring(0, HEADER_MAX) + "…" : text;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
