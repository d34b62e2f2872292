package io.churnwatch.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.Topics;
import io.churnwatch.api.Await;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxRelayIT {
    @RegisterExtension
    static final TestApi api = new TestApi();

    @Test
    void anEditReachesKafkaAsACloudEvent() {
        api.post(Role.ANALYST, "/api/customers/", "{\"customer_id\": 501, \"profile\": {\"surname\": \"Hill\"}}");
        awaitPublished();

        ConsumerRecord<String, String> message = received("501").get(0);

        assertThat(message.value()).contains("\"op\": \"UPSERT\"", "\"surname\": \"Hill\"");
        assertThat(header(message, "ce_id")).isEqualTo(api.sqlValue("SELECT event_id FROM outbox WHERE key = '501'"));
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_type")).isEqualTo(Topics.CUSTOMER_UPDATES);
        assertThat(header(message, "ce_source")).isNotEmpty();
    }

    @Test
    void thousandsArriveInOrderAndOnce() {
        api.sql("""
                INSERT INTO outbox (topic, key, event_id, payload)
                SELECT 'churnwatch.customer-updates', '502', 'order-' || n, jsonb_build_object('n', n)
                FROM generate_series(1, 5000) n ORDER BY n""");
        awaitPublished();

        List<String> ids = received("502").stream()
                .map(message -> header(message, "ce_id"))
                .toList();

        assertThat(ids)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5000)
                        .mapToObj(n -> "order-" + n)
                        .toList());
    }

    @Test
    void afterALostSessionTheRelayGoesOn() {
        Object lost = api.sqlValue(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND granted");
        assertThat(lost).isEqualTo(1L);
        api.sql(
                "INSERT INTO outbox (topic, key, event_id, payload) VALUES (?, '503', 'after-loss', '{}')",
                Topics.CUSTOMER_UPDATES);

        awaitPublished();

        assertThat(received("503")).hasSize(1);
    }

    private static void awaitPublished() {
        Await.until(
                "the outbox is published",
                () -> Objects.equals(0L, api.sqlValue("SELECT count(*) FROM outbox WHERE published_at IS NULL")));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Everything that the topic holds of one customer now. */
    private static List<ConsumerRecord<String, String>> received(String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", api.config().kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CUSTOMER_UPDATES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.stream().filter(message -> message.key().equals(key)).toList();
        }
    }
}
