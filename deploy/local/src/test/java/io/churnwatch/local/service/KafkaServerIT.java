package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.Topics;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
    private static final TopicPartition CONTROL = new TopicPartition(Topics.CONTROL, 0);

    @Test
    void messagesSurviveARestartAndCarryTheBrokersTime(@TempDir Path temp) throws Exception {
        ServiceFolder folder = ServiceFolder.at(temp);
        try (KafkaServer first = KafkaServer.start(folder, Ports.free())) {
            send(first, "hello");
        }

        try (KafkaServer second = KafkaServer.start(folder, Ports.free())) {
            ConsumerRecord<String, String> kept = read(second).get(0);

            assertThat(kept.value()).isEqualTo("hello");
            assertThat(kept.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        }
    }

    @Test
    void everyTopicHasItsPartitionsAndAKilledBrokerIsReplaced(@TempDir Path temp) throws Exception {
        ServiceFolder folder = ServiceFolder.at(temp);
        KafkaServer killed = KafkaServer.start(folder, Ports.free());
        killed.process().handle().destroyForcibly();

        try (KafkaServer server = KafkaServer.start(folder, killed.port());
                KafkaConsumer<String, String> consumer = consumer(server)) {
            assertThat(consumer.listTopics()).containsKeys(Topics.all().toArray(String[]::new));
            assertThat(consumer.partitionsFor(Topics.CUSTOMER_UPDATES)).hasSize(4);
            assertThat(consumer.partitionsFor(Topics.CONTROL)).hasSize(1);
        }
    }

    @Test
    void aTopicThatIsNotThereIsRefusedAtOnceWithThoseThatAre(@TempDir Path temp) {
        try (KafkaServer server = KafkaServer.start(ServiceFolder.at(temp), Ports.free())) {
            assertThatCode(() -> KafkaTopics.require(server.bootstrapServers(), Topics.CONTROL))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> FeedPublisher.connect(server.bootstrapServers(), "churnwatch.typo"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageStartingWith("There is no topic churnwatch.typo; there are ")
                    .hasMessageContaining(Topics.CUSTOMER_UPDATES);
        }
    }

    @Test
    void aBrokerThatIsAwayIsASentence() {
        assertThatThrownBy(() -> KafkaTopics.of("127.0.0.1:1"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("Kafka does not answer at 127.0.0.1:1. './churnwatch status'");
    }

    private static void send(KafkaServer server, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONTROL, 0, 1L, "key", value))
                    .get();
        }
    }

    private static List<ConsumerRecord<String, String>> read(KafkaServer server) {
        try (KafkaConsumer<String, String> consumer = consumer(server)) {
            consumer.assign(List.of(CONTROL));
            consumer.seekToBeginning(List.of(CONTROL));
            return consumer.poll(Duration.ofSeconds(30)).records(CONTROL);
        }
    }

    private static KafkaConsumer<String, String> consumer(KafkaServer server) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
