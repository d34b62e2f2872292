package io.churnwatch.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Answer;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import io.churnwatch.model.SmallForest;
import io.micronaut.json.tree.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelIT {
    private static final String PATH = "/api/models/";
    private static final String FIRST = SmallForest.VERSION;
    private static final String BECAUSE = "{\"reason\": \"Better in Germany\"}";

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void oneChampionAndTwoChallengers() throws SQLException {
        api.sql("TRUNCATE model_version, promotion_gate, outbox CASCADE");
        try (Connection connection = api.connect()) {
            SmallForest.publish(connection);
        }
        api.sql("""
                INSERT INTO model_version (model_version, algorithm, pmml_gzip, sha256, metrics, features, training_rows,
                    training_data_hash, trained_at, lineage)
                SELECT 'rf-' || n, 'random-forest', '', repeat(n::text, 64),
                       '{"held_out": {"roc_auc": 0.8625, "pr_auc": 0.69, "brier": 0.1}}', '[]', 8000, repeat('0', 64),
                       '2030-01-01T10:00:00Z'::timestamptz + n * interval '1 hour', '{"spark_version": "4.0.1"}'
                FROM generate_series(2, 3) n""");
    }

    @Test
    void theListHasTheNewestFirstWithItsRole() {
        List<String> models = items(api.get(Role.VIEWER, PATH).json());

        assertThat(models)
                .containsExactly("rf-3 CHALLENGER CHALLENGER", "rf-2 CHALLENGER null", FIRST + " CHAMPION CHAMPION");
    }

    @Test
    void theListIsPaged() {
        JsonNode page = api.get(Role.VIEWER, PATH + "?limit=2").json();
        JsonNode rest = api.get(
                        Role.VIEWER, PATH + "?limit=2&after=" + page.get("next").getStringValue())
                .json();

        assertThat(items(page)).hasSize(2);
        assertThat(items(rest)).containsExactly(FIRST + " CHAMPION CHAMPION");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void theMetricsOfChampionAndChallengerStandSideBySide() {
        JsonNode metrics = api.get(Role.VIEWER, "/api/model-metrics/").json();

        assertThat(metrics.get("champion").get("model").get("model_version").getStringValue())
                .isEqualTo(FIRST);
        JsonNode challenger = metrics.get("challenger");
        assertThat(challenger.get("model").get("model_version").getStringValue())
                .isEqualTo("rf-3");
        assertThat(challenger.get("model").get("pr_auc").getDoubleValue()).isEqualTo(0.69);
        assertThat(challenger.get("metrics").get("held_out").get("roc_auc").getDoubleValue())
                .isEqualTo(0.8625);
        assertThat(challenger.get("lineage").get("spark_version").getStringValue())
                .isEqualTo("4.0.1");
    }

    @Test
    void aModelThatMlflowHasLinksToItsRunAndExperiment() {
        api.sql("UPDATE model_version SET mlflow_experiment_id = '1', mlflow_run_id = '0a1b'"
                + " WHERE model_version = 'rf-2'");

        JsonNode there = api.get(Role.VIEWER, PATH + "rf-2/").json().get("model");
        JsonNode notYet = api.get(Role.VIEWER, PATH).json().get("items").get(0);

        assertThat(there.get("mlflow_run_url").getStringValue())
                .isEqualTo(TestApi.MLFLOW + "/#/experiments/1/runs/0a1b");
        assertThat(there.get("mlflow_experiment_url").getStringValue()).isEqualTo(TestApi.MLFLOW + "/#/experiments/1");
        assertThat(notYet.get("mlflow_run_url").isNull()).isTrue();
        assertThat(notYet.get("mlflow_experiment_url").isNull()).isTrue();
    }

    @Test
    void withoutModelsThereAreNoMetrics() {
        api.sql("TRUNCATE model_version CASCADE");

        JsonNode metrics = api.get(Role.VIEWER, "/api/model-metrics/").json();

        assertThat(metrics.get("champion").isNull()).isTrue();
        assertThat(metrics.get("challenger").isNull()).isTrue();
    }

    @Test
    void aPromotionSaysFromWhenOnItIsInForceAndTellsTheJob() {
        Answer promoted = promote("rf-2", BECAUSE);

        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.text("from_version")).isEqualTo(FIRST);
        assertThat(promoted.text("promoted_by")).isEqualTo("the-admin");
        assertThat(Instant.parse(promoted.text("effective_at")))
                .isAfter(Instant.now().minusSeconds(5));
        assertThat(api.sqlValue("SELECT count(*) FROM outbox WHERE topic = 'churnwatch.control' AND key = 'model'"))
                .isEqualTo(1L);
        JsonNode history = api.get(Role.VIEWER, PATH + "rf-2/").json().get("promotions");
        assertThat(history.get(0).get("reason").getStringValue()).isEqualTo("Better in Germany");
    }

    @Test
    void aModelScoresInShadowAsChallenger() {
        Answer promoted = promote("rf-2", "{\"role\": \"CHALLENGER\", \"reason\": \"in shadow first\"}");

        assertThat(promoted.text("role")).isEqualTo("CHALLENGER");
        assertThat(api.sqlValue("SELECT stage FROM model_version WHERE model_version = '" + FIRST + "'"))
                .isEqualTo("CHAMPION");
    }

    @Test
    void aRollbackGoesToTheChampionBefore() {
        promote("rf-2", BECAUSE);

        Answer back = api.post(Role.ADMIN, PATH + "rollback/", "{\"reason\": \"Too many false alarms\"}");

        assertThat(back.text("to_version")).isEqualTo(FIRST);
    }

    @Test
    void aRejectedModelGetsNoRoleAnyMore() {
        Answer rejected = api.post(Role.ADMIN, PATH + "rf-2/reject/", "{\"reason\": \"Half the branches\"}");

        assertThat(rejected.json().get("model").get("stage").getStringValue()).isEqualTo("REJECTED");
        assertThat(rejected.json().get("model").get("rejection_reason").getStringValue())
                .isEqualTo("Half the branches");
        assertThat(promote("rf-2", BECAUSE).status()).isEqualTo(409);
    }

    @Test
    void whatTheGateHoldsBackIsAConflictThatSaysWhy() {
        api.sql("INSERT INTO promotion_gate (metric, minimum, set_by) VALUES ('roc_auc', 0.9, 'test')");

        Answer refused = promote("rf-2", BECAUSE);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("rf-2 has roc_auc 0.8625", "at least 0.9");
        assertThat(api.sqlValue("SELECT count(*) FROM model_promotion")).isEqualTo(1L);
    }

    @Test
    void whichModelWasLiveIsKnownForEveryTime() {
        promote("rf-2", BECAUSE);

        assertThat(api.get(Role.VIEWER, PATH + "live/?at=2100-01-01T00:00:00Z").text("to_version"))
                .isEqualTo("rf-2");
        assertThat(api.get(Role.VIEWER, PATH + "live/").text("to_version")).isEqualTo(FIRST);
        assertThat(api.get(Role.VIEWER, PATH + "live/?at=2001-01-01T00:00:00Z").status())
                .isEqualTo(404);
        assertThat(api.get(Role.VIEWER, PATH + "live/?at=yesterday").errors())
                .containsExactly("/at must be a time such as 2026-03-03T14:00:00Z");
    }

    @Test
    void unknownModelsAndMissingReasonsAreTold() {
        assertThat(api.get(Role.VIEWER, PATH + "rf-9/").status()).isEqualTo(404);
        assertThat(promote("rf-9", BECAUSE).status()).isEqualTo(404);
        assertThat(promote("rf-2", "{\"role\": \"KING\"}").errors())
                .containsExactlyInAnyOrder("/role must be one of [CHAMPION, CHALLENGER]", "/reason is missing");
        assertThat(promote("rf-2", "{\"reason\": \" \"}").errors())
                .containsExactly("/reason must have 1 to 1000 characters");
    }

    @Test
    void onlyAdminsDecide() {
        assertThat(api.post(Role.ANALYST, PATH + "rf-2/promote/", BECAUSE).status())
                .isEqualTo(403);
        assertThat(api.post(Role.ANALYST, PATH + "rf-2/reject/", BECAUSE).status())
                .isEqualTo(403);
        assertThat(api.post(Role.ANALYST, PATH + "rollback/", BECAUSE).status()).isEqualTo(403);
    }

    private static Answer promote(String version, String json) {
        return api.post(Role.ADMIN, PATH + version + "/promote/", json);
    }

    /** Each with its stage and role. */
    private static List<String> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").values().spliterator(), false)
                .map(item -> item.get("model_version").getStringValue() + " "
                        + item.get("stage").getStringValue() + " "
                        + (item.get("role").isNull() ? "null" : item.get("role").getStringValue()))
                .toList();
    }
}
