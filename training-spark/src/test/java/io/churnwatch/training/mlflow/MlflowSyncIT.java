package io.churnwatch.training.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.local.service.MlflowServer;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.TestHandles;
import io.churnwatch.store.model.ModelPromotions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlflow.tracking.MlflowClientException;

/** Models of a real PostgreSQL brought to a real MLflow, which comes from PyPI the first time. Without Python it is skipped. */
@SuppressWarnings("NullAway.Init")
class MlflowSyncIT {
    private static PostgresServer postgres;
    private static MlflowServer mlflow;
    private static Connection database;
    private static TrackingServer server;
    private static int models;

    private String version;

    @BeforeAll
    static void start() throws SQLException {
        Assumptions.assumeTrue(
                MlflowServer.obstacle().isEmpty(), () -> MlflowServer.obstacle().orElse(""));
        postgres = MigratedPostgres.temporary();
        database = postgres.connect();
        SmallForest.publish(database);
        mlflow = MlflowServer.temporary();
        server = new TrackingServer(mlflow.environment().get(MlflowServer.TRACKING_URI));
    }

    @AfterAll
    static void stop() throws SQLException {
        if (mlflow != null) {
            server.close();
            mlflow.close();
            database.close();
            postgres.close();
        }
    }

    @BeforeEach
    void trainAnotherModel() throws SQLException {
        version = "rf-" + ++models;
        execute("""
                INSERT INTO model_version (model_version, algorithm, pmml_gzip, sha256, metrics, features, training_rows,
                    training_data_hash, trained_at, lineage)
                SELECT '%s', algorithm, pmml_gzip, md5('%s') || md5('x'), '{"held_out": {"roc_auc": 0.8625,
                    "confusion": {"threshold": 0.7}}, "forest": {"trees": 100}, "parity": {"rows": 4711}}', '[]', 8000,
                    repeat('a', 64), now(), '{"code_commit": "0123abc", "spark_version": "4.0.1"}'
                FROM model_version WHERE model_version = '%s'""".formatted(version, version, SmallForest.VERSION));
        execute("INSERT INTO model_artifact (model_version, name, content) VALUES ('" + version
                + "', 'model-card.md', '# Of a test'), ('" + version + "', 'charts/roc curve.png', '\\x89')");
    }

    @Test
    void aModelHasARunWithAllThatIsKnownOfIt() throws Exception {
        sync();

        JsonNode run = get("runs/get?run_id=" + runId()).at("/run");
        assertThat(run.at("/info/status").asText()).isEqualTo("FINISHED");
        assertThat(run.at("/info/run_name").asText()).isEqualTo(version);
        assertThat(run.at("/info/experiment_id").asText()).isEqualTo(noted("mlflow_experiment_id"));
        assertThat(entries(run.at("/data/metrics")))
                .contains("roc_auc=0.8625", "confusion.threshold=0.7", "parity.rows=4711.0");
        assertThat(entries(run.at("/data/params"))).contains("trees=100", "algorithm=random-forest");
        assertThat(entries(run.at("/data/tags")))
                .contains(
                        "churnwatch.model_version=" + version,
                        "churnwatch.training_data_hash=" + "a".repeat(64),
                        "churnwatch.spark_version=4.0.1",
                        "mlflow.source.git.commit=0123abc",
                        "mlflow.note.content=# Of a test");
    }

    @Test
    void itsFilesAreThereAndThePmmlIsByteForByte() throws Exception {
        sync();

        assertThat(artifact("model/model.pmml")).isEqualTo(SmallForest.PMML);
        assertThat(new String(artifact("model-card.md"), StandardCharsets.UTF_8))
                .isEqualTo("# Of a test");
        assertThat(artifact("charts/roc%20curve.png")).hasSize(1);
    }

    @Test
    void theAliasesFollowPromotionsAndRollbacks() throws Exception {
        sync();
        assertThat(aliased("challenger")).isEqualTo(version);
        String before = aliased("champion");

        decide(() ->
                ModelPromotions.promote(TestHandles.on(database), ModelRole.CHAMPION, version, "test", "of a test"));
        sync();
        assertThat(aliased("champion")).isEqualTo(version);

        decide(() -> ModelPromotions.rollBack(TestHandles.on(database), "test", "of a test"));
        sync();
        assertThat(aliased("champion")).isEqualTo(before);
    }

    @Test
    void aDeliveryThatWasCutOffGoesOnWithTheSameRun() throws Exception {
        sync();
        String runId = runId();
        execute("UPDATE model_version SET mlflow_run_id = NULL WHERE model_version = '" + version + "'");

        assertThat(sync()).containsExactly(version);

        assertThat(runId()).isEqualTo(runId);
        assertThat(new Delivery(server).versions(runId)).hasSize(1);
    }

    @Test
    void whileMlflowIsAwayNothingIsLost() throws Exception {
        try (TrackingServer nobody = new TrackingServer("http://127.0.0.1:" + Ports.free())) {
            assertThatThrownBy(() -> new MlflowSync(nobody).run(TestHandles.on(database)))
                    .isInstanceOf(MlflowClientException.class)
                    .hasMessageContaining("does not answer");
        }
        assertThat(runId()).isNull();

        assertThat(sync()).containsExactly(version);
    }

    private static List<String> sync() throws SQLException {
        return new MlflowSync(server).run(TestHandles.on(database));
    }

    /** From now on, and not from a second ahead. */
    private static void decide(Callable<?> decision) throws Exception {
        database.setAutoCommit(false);
        decision.call();
        database.commit();
        database.setAutoCommit(true);
        execute("UPDATE model_promotion SET effective_at = now() WHERE effective_at > now()");
    }

    private String runId() throws SQLException {
        return noted("mlflow_run_id");
    }

    private String noted(String column) throws SQLException {
        return text("SELECT " + column + " FROM model_version WHERE model_version = '" + version + "'");
    }

    /** Which of our models the alias stands at. */
    private static String aliased(String alias) throws Exception {
        String runId = get("registered-models/alias?name=" + Delivery.NAME + "&alias=" + alias)
                .at("/model_version/run_id")
                .asText();
        return text("SELECT model_version FROM model_version WHERE mlflow_run_id = '" + runId + "'");
    }

    private static List<String> entries(JsonNode list) {
        return list.findParents("key").stream()
                .map(entry ->
                        entry.get("key").asText() + "=" + entry.get("value").asText())
                .toList();
    }

    private static JsonNode get(String path) throws Exception {
        return new ObjectMapper().readTree(fetch("/api/2.0/mlflow/" + path));
    }

    private byte[] artifact(String path) throws Exception {
        String uri =
                get("runs/get?run_id=" + runId()).at("/run/info/artifact_uri").asText();
        return fetch(
                "/api/2.0/mlflow-artifacts/artifacts/" + uri.substring("mlflow-artifacts:/".length()) + "/" + path);
    }

    private static byte[] fetch(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
