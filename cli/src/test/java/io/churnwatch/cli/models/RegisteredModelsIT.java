package io.churnwatch.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.model.Promotion;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisteredModelsIT {
    private static final String FIRST = SmallForest.VERSION;
    private static final MlflowPages MLFLOW = new MlflowPages("https://mlflow.bank.example");

    private final PostgresServer server = MigratedPostgres.temporary();
    private final RegisteredModels models = new RegisteredModels(new StackEnvironment(server.environment()));

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void oneChampionAndTwoChallengers() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE model_version, model_promotion, promotion_gate, rescore_run, outbox CASCADE");
            SmallForest.publish(connection);
            statement.execute("""
                    INSERT INTO model_version (model_version, algorithm, pmml_gzip, sha256, metrics, features,
                        training_rows, training_data_hash, trained_at)
                    SELECT 'rf-' || n, 'random-forest', '', repeat(n::text, 64), '{"held_out": {"roc_auc": 0.8625}}',
                           '[]', 1, repeat('0', 64), '2030-01-01T10:00:00Z'::timestamptz + n * interval '1 hour'
                    FROM generate_series(2, 3) n""");
        }
    }

    @Test
    void theListHasTheNewestFirstWithItsRole() {
        models.promote(ModelRole.CHALLENGER, "rf-3", "in shadow first");

        List<ListedModel> listed = models.list(MLFLOW);

        assertThat(listed).extracting(ListedModel::modelVersion).containsExactly("rf-3", "rf-2", FIRST);
        assertThat(listed).extracting(ListedModel::role).containsExactly("CHALLENGER", null, "CHAMPION");
        assertThat(listed.get(0).since()).isNotNull();
        assertThat(listed.get(0).rocAuc()).isEqualTo(0.8625);
        assertThat(listed.get(2).rocAuc()).isNull();
    }

    @Test
    void aPromotionIsARowAStageAndAPointer() throws SQLException {
        Instant before = Instant.now();

        Promotion promotion = models.promote(ModelRole.CHAMPION, "rf-2", "better");

        assertThat(promotion.fromVersion()).isEqualTo(FIRST);
        assertThat(promotion.effectiveAt())
                .isBetween(before.plusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(text("SELECT reason FROM model_promotion WHERE id = " + promotion.id()))
                .isEqualTo("better");
        assertThat(stages()).isEqualTo("rf-2 CHAMPION, rf-3 CHALLENGER, rf-small RETIRED");
        assertThat(pointer(promotion.id()))
                .isEqualTo(new ModelPointer(ModelRole.CHAMPION, "rf-2", "2".repeat(64), promotion.effectiveAt()));
    }

    @Test
    void aChallengerLeavesTheChampionWhereItIs() throws SQLException {
        Promotion promotion = models.promote(ModelRole.CHALLENGER, "rf-3", "in shadow");

        assertThat(promotion.fromVersion()).isNull();
        assertThat(stages()).isEqualTo("rf-2 CHALLENGER, rf-3 CHALLENGER, rf-small CHAMPION");
        assertThat(pointer(promotion.id()).role()).isEqualTo(ModelRole.CHALLENGER);
    }

    @Test
    void aRollbackGoesToTheChampionBeforeAndASecondOneComesBack() throws SQLException {
        models.promote(ModelRole.CHAMPION, "rf-2", "better");
        models.promote(ModelRole.CHAMPION, "rf-3", "better still");

        assertThat(models.rollBack("false alarms").toVersion()).isEqualTo("rf-2");
        assertThat(stages()).isEqualTo("rf-2 CHAMPION, rf-3 RETIRED, rf-small RETIRED");
        assertThat(models.rollBack("they were none").toVersion()).isEqualTo("rf-3");
    }

    @Test
    void promotionsAtOnceComeIntoForceOneAfterTheOther() throws SQLException {
        IntStream.range(0, 16).parallel().forEach(i -> promoteUnlessHeld(i % 2 == 0 ? "rf-2" : "rf-3"));

        assertThat(text("SELECT count(*) > 1 FROM model_promotion")).isEqualTo("t");
        assertThat(text("""
                SELECT count(*) FROM (SELECT effective_at <= lag(effective_at) OVER (ORDER BY id) AS disordered
                    FROM model_promotion) pairs WHERE disordered""")).isEqualTo("0");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndWritesNothing() throws SQLException {
        execute("UPDATE model_version SET stage = 'REJECTED' WHERE model_version = 'rf-2'");

        assertRefused(() -> models.promote(ModelRole.CHAMPION, "rf-9", "x"), "no model rf-9", "rf-3, rf-2, rf-small");
        assertRefused(() -> models.promote(ModelRole.CHAMPION, FIRST, "x"), FIRST, "is the champion already");
        assertRefused(() -> models.promote(ModelRole.CHALLENGER, FIRST, "x"), FIRST, "is the champion already");
        assertRefused(() -> models.promote(ModelRole.CHAMPION, "rf-2", "x"), "rf-2 is rejected");
        assertRefused(() -> models.rollBack("x"), "no champion before rf-small");
        assertThat(text("SELECT count(*) FROM model_promotion")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM outbox")).isEqualTo("0");
    }

    @Test
    void withoutAChampionThereIsNothingToRollBack() throws SQLException {
        execute("TRUNCATE model_promotion CASCADE");

        assertRefused(() -> models.rollBack("x"), "no champion yet");
    }

    @Test
    void theProgressOfTheRescoringIsToldInWords() throws SQLException {
        Promotion promotion = models.promote(ModelRole.CHAMPION, "rf-2", "better");
        assertThat(models.rescoring()).isEmpty();

        execute("INSERT INTO rescore_run (promotion_id, customers, remaining_before, sent) VALUES (" + promotion.id()
                + ", 10000, 10000, 3400)");
        assertThat(models.rescoring()).hasValue("Scoring again by rf-2: 3,400 of 10,000 customers asked for.");

        execute("UPDATE rescore_run SET sent_at = now(), remaining = 17");
        assertThat(models.rescoring()).hasValue("Scoring again by rf-2: 17 customers to go.");

        execute("UPDATE rescore_run SET finished_at = now()");
        assertThat(models.rescoring()).hasValue("Every customer's latest score is by rf-2.");
    }

    @Test
    void aModelThatTheJobRefusesIsShownAsSuch() throws SQLException {
        Promotion promotion = models.promote(ModelRole.CHAMPION, "rf-2", "better");
        execute(
                "INSERT INTO model_status (model_version, state, reason) VALUES ('rf-2', 'REFUSED', 'Not a PMML document')");
        execute("INSERT INTO rescore_run (promotion_id, customers, remaining_before, refused_at) VALUES ("
                + promotion.id() + ", 10000, 10000, now())");

        assertThat(models.rescoring())
                .hasValue("The job refuses rf-2, and the champion before it goes on: Not a PMML document");
        assertThat(models.list(MLFLOW))
                .extracting(ListedModel::refusal)
                .containsExactly(null, "Not a PMML document", null);
        assertThat(ListCommand.table(models.list(MLFLOW))).containsPattern("rf-2 +CHAMPION +REFUSED");
    }

    @Test
    void whichModelWasLiveIsKnownForEveryTime() {
        Promotion second = models.promote(ModelRole.CHAMPION, "rf-2", "better");
        Promotion third = models.promote(ModelRole.CHAMPION, "rf-3", "better still");

        assertThat(liveAt(Instant.EPOCH)).isEmpty();
        assertThat(liveAt(second.effectiveAt().minusMillis(1))).hasValue(FIRST);
        assertThat(liveAt(second.effectiveAt())).hasValue("rf-2");
        assertThat(liveAt(third.effectiveAt().plusSeconds(60))).hasValue("rf-3");
    }

    @Test
    void aRejectedModelGetsNoRoleAnyMoreAndSaysWhy() throws SQLException {
        models.reject("rf-2", "Trained on half the branches");

        assertThat(stages()).isEqualTo("rf-2 REJECTED, rf-3 CHALLENGER, rf-small CHAMPION");
        assertThat(text("SELECT rejection_reason FROM model_version WHERE model_version = 'rf-2'"))
                .isEqualTo("Trained on half the branches");
        assertRefused(() -> models.promote(ModelRole.CHAMPION, "rf-2", "x"), "rf-2 is rejected");
        assertRefused(() -> models.reject("rf-2", "x"), "rf-2 is rejected");
        assertRefused(() -> models.reject(FIRST, "x"), FIRST, "is the champion");
        assertRefused(() -> models.reject("rf-9", "x"), "no model rf-9");
    }

    @Test
    void aChallengerThatIsRejectedStopsToScoreInShadow() throws SQLException {
        models.promote(ModelRole.CHALLENGER, "rf-3", "in shadow");

        models.reject("rf-3", "Worse in Spain");

        Promotion none = latestChallenger();
        assertThat(none.toVersion()).isEqualTo(FIRST);
        assertThat(none.reason()).isEqualTo("rf-3 was rejected");
        assertThat(pointer(none.id()).modelVersion()).isEqualTo(FIRST);
        assertThat(stages()).isEqualTo("rf-2 CHALLENGER, rf-3 REJECTED, rf-small CHAMPION");
    }

    @Test
    void aChallengerThatBecameChampionDoesNotGoBackIntoShadowWhenItIsRelieved() throws SQLException {
        models.promote(ModelRole.CHALLENGER, "rf-2", "in shadow");
        models.promote(ModelRole.CHAMPION, "rf-2", "better");

        Promotion third = models.promote(ModelRole.CHAMPION, "rf-3", "better still");

        assertThat(latestChallenger().toVersion()).isEqualTo("rf-3");
        assertThat(latestChallenger().effectiveAt()).isBefore(third.effectiveAt());
        assertThat(pointer(latestChallenger().id()).modelVersion()).isEqualTo("rf-3");
        models.rollBack("false alarms");
        assertThat(latestChallenger().toVersion()).isEqualTo("rf-2");
        assertThat(models.promote(ModelRole.CHALLENGER, "rf-3", "another look").toVersion())
                .isEqualTo("rf-3");
    }

    private Promotion latestChallenger() {
        return models.inForce(ModelRole.CHALLENGER, Instant.now().plusSeconds(60))
                .orElseThrow();
    }

    @Test
    void theGateHoldsBackWhatMeasuredTooLittleFromBeingChampionOnly() {
        models.setMinimum("roc_auc", 0.87);

        assertRefused(
                () -> models.promote(ModelRole.CHAMPION, "rf-2", "x"), "rf-2 has roc_auc 0.8625", "at least 0.87");
        assertThat(models.promote(ModelRole.CHALLENGER, "rf-2", "in shadow").toVersion())
                .isEqualTo("rf-2");

        models.setMinimum("roc_auc", 0.86);
        assertThat(models.promote(ModelRole.CHAMPION, "rf-2", "better").toVersion())
                .isEqualTo("rf-2");
    }

    @Test
    void theGateHoldsBackWhatWasNotMeasuredButNotARollback() {
        models.promote(ModelRole.CHAMPION, "rf-2", "better");
        models.setMinimum("pr_auc", 0.5);

        assertRefused(() -> models.promote(ModelRole.CHAMPION, FIRST, "x"), "pr_auc not measured");
        assertThat(models.rollBack("false alarms").toVersion()).isEqualTo(FIRST);

        assertThat(models.removeMinimum("pr_auc")).isTrue();
        assertThat(models.minimums()).isEmpty();
    }

    @Test
    void theGateHoldsBackWhatTheJobRefusedAndWhatTheEnginesDifferOn() throws SQLException {
        execute("INSERT INTO model_status (model_version, state, reason) VALUES ('rf-2', 'REFUSED', 'no tree')");
        execute("UPDATE model_version SET metrics = '{\"parity\": {\"worst_difference\": 1e-3}}'"
                + " WHERE model_version = 'rf-3'");

        assertRefused(() -> models.promote(ModelRole.CHALLENGER, "rf-2", "x"), "job refused the model rf-2: no tree");
        assertRefused(() -> models.promote(ModelRole.CHALLENGER, "rf-3", "x"), "engines differ", "0.001");
    }

    @Test
    void theChallengerIsTheOneInShadowElseTheNewest() throws SQLException {
        assertThat(challenger()).isEqualTo("rf-3");

        models.promote(ModelRole.CHALLENGER, "rf-2", "in shadow");
        execute("UPDATE model_promotion SET effective_at = now() WHERE to_version = 'rf-2'");
        assertThat(challenger()).isEqualTo("rf-2");

        models.reject("rf-2", "Worse in Spain");
        assertThat(challenger()).isEqualTo("rf-3");
    }

    @Test
    void aModelIsHandedOutAsItWasTrained() {
        assertThat(stored(FIRST).pmml()).isEqualTo(SmallForest.PMML);
        assertThatThrownBy(() -> stored("rf-9").pmml()).hasMessageContaining("no model rf-9");
    }

    @Test
    void aModelIsShownWithItsMetricsAndItsRoles() {
        models.promote(ModelRole.CHAMPION, "rf-2", "better");

        assertThat(ModelSheet.text(stored("rf-2").sheet(MLFLOW)))
                .containsPattern("(?m)^stage +CHAMPION$")
                .containsPattern("(?m)^ +roc_auc +0.8625$")
                .containsPattern("(?m)^ +CHAMPION from .*Z, by .*: better$");
    }

    @Test
    void aModelThatMlflowHasIsShownWithLinksToItsRunAndExperiment() throws SQLException {
        execute("UPDATE model_version SET mlflow_experiment_id = '1', mlflow_run_id = '0a1b'"
                + " WHERE model_version = 'rf-2'");

        assertThat(ModelSheet.text(stored("rf-2").sheet(MLFLOW)))
                .containsPattern("(?m)^mlflow_experiment_url +https://mlflow.bank.example/#/experiments/1$")
                .containsPattern("(?m)^mlflow_run_url +https://mlflow.bank.example/#/experiments/1/runs/0a1b$");
        assertThat(ModelSheet.text(stored("rf-2").sheet(MlflowPages.UNKNOWN)))
                .containsPattern("(?m)^mlflow_run_url +-$");
        assertThat(models.list(MLFLOW))
                .filteredOn(model -> model.mlflowRunUrl() != null)
                .extracting(ListedModel::modelVersion)
                .containsExactly("rf-2");
    }

    private StoredModel stored(String version) {
        return new StoredModel(models.database(), version);
    }

    private String challenger() throws SQLException {
        return text("SELECT model_version FROM model_role WHERE role = 'CHALLENGER'");
    }

    private Optional<String> liveAt(Instant time) {
        return models.inForce(ModelRole.CHAMPION, time).map(Promotion::toVersion);
    }

    private void promoteUnlessHeld(String version) {
        try {
            models.promote(ModelRole.CHALLENGER, version, "one of many");
        } catch (CommandFailedException e) {
            assertThat(e).hasMessageContaining("is the challenger already");
        }
    }

    private static void assertRefused(Runnable promotion, String... words) {
        assertThatThrownBy(promotion::run)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContainingAll(words);
    }

    private ModelPointer pointer(long promotionId) throws SQLException {
        String payload = text("SELECT payload::text FROM outbox WHERE topic = 'churnwatch.control'"
                + " AND event_id = 'promotion-" + promotionId + "'");
        ControlMessage message = ControlJson.read(payload.getBytes(StandardCharsets.UTF_8));
        return message.modelPointer();
    }

    private String stages() throws SQLException {
        return text("SELECT string_agg(model_version || ' ' || stage, ', ' ORDER BY model_version) FROM model_version");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
