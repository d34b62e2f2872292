package io.churnwatch.api.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Await;
import io.churnwatch.api.FeedTopic;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.TestCustomers;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.TestHandles;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The job is not there: what it would write, the test writes. */
class RescoringIT {
    private static final int CUSTOMERS = 1_500;
    private static final int FIRST_ID = 9_000_001; // of no other test: they share the topic
    private static final int LAST_ID = FIRST_ID + CUSTOMERS - 1;

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void customersScoredByTheFirstChampion() throws Exception {
        api.sql("TRUNCATE customer_churn, model_version, outbox CASCADE");
        try (Connection connection = api.connect()) {
            SmallForest.publish(connection);
        }
        addModel("rf-2");
        addModel("rf-3");
        api.sql("INSERT INTO customer_churn (customer_id) SELECT generate_series(?, ?)", FIRST_ID, LAST_ID);
        api.sql("""
                INSERT INTO customer_risk (customer_id, event_id, sequence, probability, band, trend, model_version,
                    config_version, occurred_at, scored_at)
                SELECT customer_id, 'first', 1, 0.5, 'MEDIUM', 'STABLE', ?, 1, now(), now() FROM customer_churn""", SmallForest.VERSION);
    }

    @Test
    void everyCustomerIsAskedForOnceAfterTheChampionsTimeHasCome() throws Exception {
        Promotion promotion = promote("rf-2");
        awaitSent(promotion);

        List<ConsumerRecord<String, String>> sent = rescores(promotion);

        assertThat(sent)
                .extracting(message -> FeedTopic.header(message, "ce_id"))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(FIRST_ID, LAST_ID)
                        .mapToObj(id -> "rescore-" + promotion.id() + "-" + id)
                        .toList());
        assertThat(sent)
                .allSatisfy(message -> assertThat(message.timestamp())
                        .isGreaterThan(promotion.effectiveAt().toEpochMilli()));
        CustomerUpdate update = CustomerUpdateJson.read(sent.get(0).value().getBytes(StandardCharsets.UTF_8));
        assertThat(update.op()).isEqualTo(UpdateOp.RESCORE);
        assertThat(sent.get(0).key()).isEqualTo(Long.toString(update.customerId()));
        assertThat(column(promotion, "customers")).isEqualTo((long) CUSTOMERS);
        assertThat(column(promotion, "sent")).isEqualTo((long) CUSTOMERS);
    }

    @Test
    void itIsFinishedWhenNoLatestScoreIsByAnotherModel() throws Exception {
        Promotion promotion = promote("rf-2");
        awaitSent(promotion);
        Await.until("the rest is counted", () -> Objects.equals((long) CUSTOMERS, column(promotion, "remaining")));
        assertThat(column(promotion, "finished_at")).isNull();

        score(FIRST_ID, LAST_ID, "rf-2");

        Await.until("the run is finished", () -> column(promotion, "finished_at") != null);
        assertThat(column(promotion, "remaining")).isEqualTo(0L);
        assertThat(rescores(promotion)).hasSize(CUSTOMERS);
    }

    @Test
    void aCustomerWhoseFirstScoreWasOnItsWayIsAskedForInTheNextPass() throws Exception {
        Promotion promotion = promote("rf-2");
        awaitSent(promotion);
        new TestCustomers(api).insert(LAST_ID + 1, "Late", "France", false);
        api.sql("UPDATE customer_risk SET customer_id = ? WHERE customer_id = ?", LAST_ID + 1, FIRST_ID);
        score(FIRST_ID, LAST_ID, "rf-2");

        Await.until("the missed one is asked for", () -> Objects.equals(CUSTOMERS + 1L, column(promotion, "sent")));
        score(LAST_ID + 1, LAST_ID + 1, "rf-2");

        Await.until("the run is finished", () -> column(promotion, "finished_at") != null);
        assertThat(column(promotion, "pass")).isEqualTo(2);
    }

    @Test
    void aRunGoesOnWhereItWasWhenTheApiWasStopped() throws Exception {
        Promotion promotion = promote("rf-2");
        Await.until("it has begun", () -> column(promotion, "sent") instanceof Long sent && sent > 0);
        api.stop();
        Object before = column(promotion, "sent");
        api.start();
        awaitSent(promotion);

        assertThat((Long) before).isLessThan(CUSTOMERS);
        assertThat(rescores(promotion).stream().map(ConsumerRecord::key).distinct())
                .hasSize(CUSTOMERS);
    }

    @Test
    void aLaterPromotionSupersedesTheRun() throws Exception {
        Promotion first = promote("rf-2");
        Await.until("it has begun", () -> column(first, "sent") instanceof Long sent && sent > 0);
        Promotion second = promote("rf-3");
        awaitSent(second);

        assertThat(column(first, "superseded_at")).isNotNull();
        assertThat(column(first, "finished_at")).isNull();
        assertThat(rescores(second)).hasSize(CUSTOMERS);
        assertThat(rescores(first)).hasSizeLessThan(CUSTOMERS);
    }

    @Test
    void aChampionThatTheJobRefusesEndsItsRunAndTheNextOneHasItsOwn() throws Exception {
        Promotion refused = promote("rf-2");
        api.sql(
                "INSERT INTO model_status (model_version, state, reason) VALUES ('rf-2', 'REFUSED', 'Not a PMML document')");
        Await.until("the run has ended", () -> column(refused, "refused_at") != null);
        Promotion second = promote("rf-3");
        awaitSent(second);

        assertThat(column(refused, "finished_at")).isNull();
        assertThat(column(refused, "superseded_at")).isNull();
        assertThat(rescores(refused)).isEmpty();
        assertThat(rescores(second)).hasSize(CUSTOMERS);
    }

    private static void addModel(String version) {
        api.sql("""
                INSERT INTO model_version (model_version, algorithm, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash)
                VALUES (?, 'random-forest', '', repeat(right(?, 1), 64), '{}', '[]', 1, repeat('0', 64))""", version, version);
    }

    private static Promotion promote(String version) throws Exception {
        try (Connection connection = api.connect()) {
            connection.setAutoCommit(false);
            Promotion promotion =
                    ModelPromotions.promote(TestHandles.on(connection), ModelRole.CHAMPION, version, "test", "better");
            connection.commit();
            return promotion;
        }
    }

    private static void score(int from, int to, String modelVersion) {
        api.sql("UPDATE customer_risk SET model_version = ? WHERE customer_id BETWEEN ? AND ?", modelVersion, from, to);
    }

    private static void awaitSent(Promotion promotion) {
        Await.until("every customer is asked for", () -> column(promotion, "sent_at") != null);
    }

    /** A column of the run, null before it has begun. */
    private static Object column(Promotion promotion, String column) {
        return api.sqlValue(
                "SELECT (SELECT " + column + " FROM rescore_run WHERE promotion_id = " + promotion.id() + ")");
    }

    private static List<ConsumerRecord<String, String>> rescores(Promotion promotion) {
        String prefix = "rescore-" + promotion.id() + "-";
        return FeedTopic.all(api).stream()
                .filter(message -> FeedTopic.header(message, "ce_id").startsWith(prefix))
                .toList();
    }
}
