package io.churnwatch.api.kafka;

import static java.util.Map.entry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to Kafka and reports which ones Kafka accepted. After a failure it starts over with a new producer, so
 * that no message of the failed attempt arrives late, behind its own repetition.
 */
public final class MessagePublisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MessagePublisher.class);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final Map<String, Object> producerConfig;
    private final Counter published;
    private final Counter failures;
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean closed;
    private boolean kafkaAway;

    /**
     * Creates a publisher with its own producer.
     *
     * @param name of the publisher in the log, the metrics and the source of its messages
     */
    public MessagePublisher(String name, String bootstrapServers, MeterRegistry metrics) {
        this.name = name;
        producerConfig = producerConfig(name, bootstrapServers);
        published = metrics.counter("churnwatch." + name + ".published");
        failures = metrics.counter("churnwatch." + name + ".failures");
    }

    private static Map<String, Object> producerConfig(String name, String bootstrapServers) {
        return Map.ofEntries(
                entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                entry(ProducerConfig.CLIENT_ID_CONFIG, "churnwatch-" + name),
                entry(ProducerConfig.ACKS_CONFIG, "all"),
                entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                entry(ProducerConfig.LINGER_MS_CONFIG, 5),
                entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) SEND_TIMEOUT.toMillis()),
                entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SEND_TIMEOUT.toMillis()),
                entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) SEND_TIMEOUT.toMillis() / 2),
                entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
                entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    /** Sends all and waits; returns the log times of the accepted messages, from the first on. */
    public List<Instant> publish(List<Message> messages) {
        List<Instant> logged = new ArrayList<>(messages.size());
        try {
            for (Future<RecordMetadata> sent : sendAll(messages)) {
                logged.add(Instant.ofEpochMilli(sent.get().timestamp()));
            }
            reportKafkaBack();
        } catch (ExecutionException e) {
            reportKafkaAway(messages.get(logged.size()), e.getCause());
            discardProducer();
        } catch (KafkaException e) {
            reportKafkaAway(messages.get(logged.size()), e);
            discardProducer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        published.increment(logged.size());
        return logged;
    }

    private List<Future<RecordMetadata>> sendAll(List<Message> messages) {
        Producer<byte[], byte[]> open = openProducer();
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        for (Message message : messages) {
            Future<RecordMetadata> future = open.send(message.toRecord(name));
            sent.add(future);
            if (future.isDone() && isRejected(future)) {
                break; // the next would wait for the same missing broker, one timeout each
            }
        }
        open.flush();
        return sent;
    }

    private static boolean isRejected(Future<RecordMetadata> sent) {
        try {
            sent.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private synchronized Producer<byte[], byte[]> openProducer() {
        if (closed) {
            throw new KafkaException("The API stops");
        }
        if (producer == null) {
            producer = new KafkaProducer<>(producerConfig);
        }
        return producer;
    }

    private synchronized void discardProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** Abandons messages in flight and sends no more. */
    @Override
    public synchronized void close() {
        closed = true;
        discardProducer();
    }

    private void reportKafkaAway(Message message, @Nullable Throwable reason) {
        failures.increment();
        if (!kafkaAway && !isClosed()) {
            log.warn(
                    "The {} waits with {} for {}: Kafka is away or rejects it: {}",
                    name,
                    message.eventId(),
                    message.topic(),
                    reason == null ? "no reason given" : reason.getMessage());
        }
        kafkaAway = true;
    }

    private void reportKafkaBack() {
        if (kafkaAway) {
            log.info("Kafka accepts the {} again", name);
        }
        kafkaAway = false;
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
