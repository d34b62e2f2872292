package io.churnwatch.store.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.StoreDatabase;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ModelVersionsIT {
    private static final Instant TRAINED_AT = Instant.parse("2026-03-04T10:15:00.123456Z");
    private static final byte[] GZIP = {1, 2, 3};
    private static final String SHA256 = "a".repeat(64);

    private static StoreDatabase database;
    private Handle handle;

    @BeforeAll
    static void start() {
        database = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void connect() {
        database.execute("TRUNCATE model_version CASCADE");
        handle = database.open();
        ModelVersions.insert(
                handle,
                new NewModelVersion(
                        "rf-a",
                        "random-forest",
                        GZIP,
                        SHA256,
                        "{\"held_out\": {\"roc_auc\": 0.9}}",
                        "[]",
                        600,
                        "b".repeat(64),
                        TRAINED_AT,
                        "{\"spark\": \"4\"}",
                        "[{\"field\": \"age\"}]",
                        Map.of("roc.svg", new byte[] {4}, "card.md", new byte[] {5})));
    }

    @AfterEach
    void disconnect() {
        handle.close();
    }

    @Test
    void whatWasStoredComesBack() {
        ModelVersions.ZippedModel model =
                ModelVersions.findModel(handle, "rf-a").orElseThrow();

        assertThat(model.pmmlGzip()).isEqualTo(GZIP);
        assertThat(model.sha256()).isEqualTo(SHA256);
        assertThat(ModelVersions.findPmml(handle, SHA256))
                .hasValueSatisfying(gzip -> assertThat(gzip).isEqualTo(GZIP));
        assertThat(ModelVersions.findPmml(handle, "c".repeat(64))).isEmpty();
        assertThat(ModelVersions.findBaseline(handle, "rf-a")).hasValue("[{\"field\": \"age\"}]");
        assertThat(ModelVersions.artifacts(handle, "rf-a")).containsOnlyKeys("card.md", "roc.svg");
        assertThat(ModelVersions.findInRole(handle, ModelRole.CHALLENGER)).hasValue("rf-a");
        assertThat(ModelVersions.findInRole(handle, ModelRole.CHAMPION)).isEmpty();
    }

    @Test
    void mlflowMissesAModelUntilItsRunIsWritten() {
        MlflowBacklog.Version missing = MlflowBacklog.oldest(handle).orElseThrow();
        assertThat(missing.modelVersion()).isEqualTo("rf-a");
        assertThat(missing.trainedAt()).isEqualTo(TRAINED_AT);
        assertThat(missing.pmmlGzip()).isEqualTo(GZIP);
        assertThat(missing.facts()).contains("\"training_rows\": 600", "\"training_job\": null");

        ModelVersions.setMlflowRun(handle, "rf-a", "7", "run-1");

        assertThat(MlflowBacklog.oldest(handle)).isEmpty();
        assertThat(MlflowBacklog.runsByRole(handle)).isEqualTo(Map.of(ModelRole.CHALLENGER, "run-1"));
    }
}
