package io.churnwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.Sha256;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.training.publish.BaselineJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trainings on the table {@code customer_churn} of a real PostgreSQL, published into its registry. */
@SuppressWarnings("NullAway.Init")
class PublishIT {
    private static final String[] SMALL_FOREST = {"--trees", "5", "--depth", "3"};

    private static PostgresServer postgres;
    private static Connection database;
    private static Instant before;
    private static CommandRun first;
    private static CommandRun second;

    @BeforeAll
    static void trainTwice() throws SQLException {
        postgres = MigratedPostgres.temporary();
        database = postgres.connect();
        GeneratedCustomers.insertInto(database, 600, 3);
        raiseAlertsAbove(0.55);
        before = Instant.now();
        first = CommandRun.of(postgres.environment(), SMALL_FOREST);
        second = CommandRun.at(CommandRun.NOON.plusSeconds(60), postgres.environment(), SMALL_FOREST);
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        postgres.close();
    }

    @Test
    void theFirstModelBecomesChampion() throws SQLException {
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.progress()).contains("published rf-20261123-120000 as CHAMPION");
        assertThat(text("SELECT stage FROM model_version WHERE model_version = 'rf-20261123-120000'"))
                .isEqualTo("CHAMPION");
    }

    @Test
    void theJobIsToldOfTheChampionAboutASecondAhead() throws SQLException {
        String event = text("SELECT event_id FROM outbox WHERE topic = 'churnwatch.control' AND key = 'model'");
        String payload = text("SELECT payload FROM outbox WHERE topic = 'churnwatch.control'");

        ModelPointer pointer = Objects.requireNonNull(
                ControlJson.read(payload.getBytes(StandardCharsets.UTF_8)).modelPointer());

        assertThat(event).startsWith("promotion-");
        assertThat(pointer.role()).isEqualTo(ModelRole.CHAMPION);
        assertThat(pointer.modelVersion()).isEqualTo("rf-20261123-120000");
        assertThat(pointer.sha256()).isEqualTo(text("SELECT sha256 FROM model_version ORDER BY model_version LIMIT 1"));
        assertThat(pointer.effectiveAt())
                .isBetween(before.plusSeconds(1), Instant.now().plus(Duration.ofSeconds(1)));
        assertThat(pointer.effectiveAt())
                .isEqualTo(Instant.parse(text("SELECT to_json(effective_at) #>> '{}' FROM model_promotion")
                        .replace("+00:00", "Z")));
    }

    @Test
    void theSecondModelIsAChallengerUntilAPersonPromotesIt() throws SQLException {
        assertThat(second.exitCode()).isZero();
        assertThat(second.progress()).contains("published rf-20261123-120100 as CHALLENGER");
        assertThat(text("SELECT count(*) FROM model_promotion")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM outbox")).isEqualTo("1");
    }

    @Test
    void theStoredBytesHashToTheStoredSumAndScore() throws Exception {
        try (PreparedStatement query = database.prepareStatement("SELECT pmml_gzip, sha256 FROM model_version");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                byte[] pmml = unzipped(rows.getBytes(1));
                assertThat(Sha256.hex(pmml)).isEqualTo(rows.getString(2));
                assertThat(PmmlForest.read(pmml).size()).isEqualTo(5);
            }
        }
    }

    @Test
    void theSameTableHasTheSameHash() throws SQLException {
        assertThat(text("SELECT count(DISTINCT training_data_hash) FROM model_version"))
                .isEqualTo("1");
        assertThat(text("SELECT DISTINCT training_rows FROM model_version")).isBetween("478", "480");
    }

    @Test
    void eachModelHasABaselineOfItsFieldsAndItsScores() throws SQLException {
        assertThat(text("SELECT count(*) FROM model_baseline")).isEqualTo("2");
        List<FieldBaseline> baseline = BaselineJson.read(text(
                "SELECT fields FROM model_baseline b JOIN model_version USING (model_version) ORDER BY 1 LIMIT 1"));

        assertThat(baseline).extracting(FieldBaseline::field).contains("age", FieldBaseline.SCORE);
        assertThat(baseline)
                .filteredOn(field -> !field.field().equals(FieldBaseline.SCORE))
                .allSatisfy(field ->
                        assertThat(sum(field)).isEqualTo(sum(baseline.get(0))).isBetween(200L, 450L));
        assertThat(baseline)
                .filteredOn(field -> field.field().equals(FieldBaseline.SCORE))
                .allSatisfy(field -> assertThat(sum(field)).isBetween(50L, 115L));
        assertThat(BaselineJson.read(BaselineJson.write(baseline))).isEqualTo(baseline);
    }

    private static long sum(FieldBaseline field) {
        return field.counts().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void alertsAreCountedAtTheThresholdInForce() throws IOException, SQLException {
        String metrics = text("SELECT metrics FROM model_version LIMIT 1");

        assertThat(new ObjectMapper()
                        .readTree(metrics)
                        .at("/held_out/confusion/threshold")
                        .asDouble())
                .isEqualTo(0.55);
        assertThat(first.out()).contains("With alerts above 0.55");
    }

    @Test
    void theSchemaNamesTheFieldsAndTheirCategories() throws SQLException {
        assertThat(text("SELECT count(*) FROM model_version, jsonb_array_elements(features) field "
                        + "WHERE field ->> 'name' = 'geography' AND field ->> 'kind' = 'CATEGORY' "
                        + "AND field -> 'categories' @> '[\"Germany\", \"France\", \"Spain\"]'"))
                .isEqualTo("2");
    }

    @Test
    void aNameThatIsTakenStoresNothing() throws SQLException {
        CommandRun again = CommandRun.of(postgres.environment(), SMALL_FOREST);

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("rf-20261123-120000 could not be published", "already exists");
        assertThat(text("SELECT count(*) FROM model_version")).isEqualTo("2");
    }

    private static void raiseAlertsAbove(double threshold) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO alert_configuration (high_risk_threshold, effective_at, updated_by) "
                        + "VALUES (?, now(), 'test'), (0.99, now() + interval '1 hour', 'test')")) {
            insert.setDouble(1, threshold);
            insert.executeUpdate();
        }
    }

    private static String text(String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        }
    }

    private static byte[] unzipped(byte[] gzip) throws IOException {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return unzipped.readAllBytes();
        }
    }
}
