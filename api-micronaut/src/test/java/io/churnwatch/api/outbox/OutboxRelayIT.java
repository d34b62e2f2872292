package io.churnwatch.api.outbox;

import static io.churnwatch.api.FeedTopic.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.Topics;
import io.churnwatch.api.Await;
import io.churnwatch.api.FeedTopic;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    void aPublishedMessageIsMarkedWithTheBrokersTime() {
        api.sql(
                "INSERT INTO outbox (topic, key, event_id, payload) VALUES (?, '504', 'timed', '{}')",
                Topics.CUSTOMER_UPDATES);
        awaitPublished();

        Object logged = api.sqlValue(
                "SELECT (extract(epoch FROM logged_at) * 1000)::bigint FROM outbox WHERE event_id = 'timed'");
        assertThat(logged).isEqualTo(received("504").get(0).timestamp());
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

    private static List<ConsumerRecord<String, String>> received(String key) {
        return FeedTopic.all(api).stream()
                .filter(message -> message.key().equals(key))
                .toList();
    }
}
