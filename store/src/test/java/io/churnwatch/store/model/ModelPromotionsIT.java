package io.churnwatch.store.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.churnwatch.Topics;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.StoreDatabase;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ModelPromotionsIT {
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
        database.execute("TRUNCATE model_version, model_promotion, promotion_gate, outbox CASCADE");
        handle = database.open();
        for (int n = 1; n <= 3; n++) {
            handle.execute(StoreDatabase.model(n));
        }
    }

    @AfterEach
    void disconnect() {
        handle.close();
    }

    @Test
    void aPromotionIsARowAStageAndAMessage() throws Exception {
        Promotion first = promote("rf-1");
        Promotion second = promote("rf-2");

        assertThat(second.fromVersion()).isEqualTo("rf-1");
        assertThat(second.effectiveAt()).isAfter(first.effectiveAt());
        assertThat(ModelVersions.find(handle, "rf-1").orElseThrow().stage()).isEqualTo("RETIRED");
        assertThat(ModelVersions.find(handle, "rf-2").orElseThrow().stage()).isEqualTo("CHAMPION");
        assertThat(handle.createQuery("SELECT topic || ' ' || key || ' ' || event_id FROM outbox ORDER BY id")
                        .mapTo(String.class)
                        .list())
                .containsExactly(message(first), message(second));
        assertThat(ModelPromotions.pointers(handle)).containsExactly(pointer(first, "1"), pointer(second, "2"));
    }

    @Test
    void theRoleInForceIsThatOfItsTime() throws Exception {
        Promotion first = promote("rf-1");
        Promotion second = promote("rf-2");

        assertThat(ModelPromotions.latest(handle, ModelRole.CHAMPION)).hasValue(second);
        assertThat(ModelPromotions.inForce(handle, ModelRole.CHAMPION, first.effectiveAt()))
                .hasValue(first);
        assertThat(ModelPromotions.inForce(handle, ModelRole.CHAMPION, Instant.EPOCH))
                .isEmpty();
        assertThat(ModelPromotions.latest(handle, ModelRole.CHALLENGER)).isEmpty();
    }

    @Test
    void aRollBackGoesToTheChampionBefore() throws Exception {
        promote("rf-1");
        promote("rf-2");

        assertThat(handle.inTransaction(
                                transaction -> ModelPromotions.rollBack(transaction, "a person", "false alarms"))
                        .toVersion())
                .isEqualTo("rf-1");
    }

    @Test
    void theGateHoldsBackWhatMeasuredTooLittle() throws Exception {
        PromotionGate.setMinimum(handle, "roc_auc", 0.9, "a person");
        PromotionGate.setMinimum(handle, "pr_auc", 0.1, "a person");

        assertThat(PromotionGate.minimums(handle)).containsEntry("roc_auc", 0.9).hasSize(2);
        assertThatThrownBy(() -> promote("rf-1"))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessage("The model rf-1 has pr_auc not measured, and a champion needs at least 0.1.");
        assertThat(PromotionGate.removeMinimum(handle, "pr_auc")).isTrue();
        assertThat(PromotionGate.removeMinimum(handle, "pr_auc")).isFalse();
        assertThatThrownBy(() -> promote("rf-1"))
                .hasMessage("The model rf-1 has roc_auc 0.8625, and a champion needs at least 0.9.");
        PromotionGate.setMinimum(handle, "roc_auc", 0.8, "a person");
        assertThat(promote("rf-1").toVersion()).isEqualTo("rf-1");
    }

    @Test
    void theGateHoldsBackWhatTheJobRefusedOrTheEnginesDisagreeOn() {
        ModelStatuses.report(handle, "rf-1", "REFUSED", "a field is unknown");
        ModelStatuses.report(handle, "rf-9", "REFUSED", "nobody registered it");
        handle.execute("UPDATE model_version SET metrics = '{\"parity\": {\"worst_difference\": 0.01}}'"
                + " WHERE model_version = 'rf-2'");

        assertThatThrownBy(() -> promote("rf-1")).hasMessage("The job refused the model rf-1: a field is unknown");
        assertThatThrownBy(() -> promote("rf-2"))
                .hasMessage("The engines differ on the model rf-2 by 0.01, and 1.0E-12 is allowed.");
        assertThat(database.text("SELECT count(*) FROM model_status")).isEqualTo("1");
    }

    @Test
    void aRejectedModelHasNoRoleAnyMore() throws Exception {
        promote("rf-1");
        handle.inTransaction(transaction ->
                ModelPromotions.promote(transaction, ModelRole.CHALLENGER, "rf-2", "a person", "in shadow"));

        handle.useTransaction(transaction -> ModelPromotions.reject(transaction, "rf-2", "a person", "unfair"));

        assertThat(ModelPromotions.latest(handle, ModelRole.CHALLENGER)
                        .orElseThrow()
                        .toVersion())
                .isEqualTo("rf-1");
        assertThatThrownBy(() -> promote("rf-2")).hasMessageContaining("is rejected");
        assertThatThrownBy(() -> promote("rf-9"))
                .hasMessage("There is no model rf-9; the newest are rf-3, rf-2, rf-1.");
    }

    @Test
    void theListAndTheSheetShowRolesAndStatus() throws Exception {
        Promotion champion = promote("rf-2");
        ModelStatuses.report(handle, "rf-1", "REFUSED", "a field is unknown");

        assertThat(ModelOverview.list(handle))
                .extracting(ModelOverview.Line::modelVersion, ModelOverview.Line::role, ModelOverview.Line::refusal)
                .containsExactly(
                        tuple("rf-3", null, null),
                        tuple("rf-2", ModelRole.CHAMPION, null),
                        tuple("rf-1", null, "a field is unknown"));
        assertThat(ModelOverview.list(handle).get(1).since()).isEqualTo(champion.effectiveAt());
        assertThat(ModelOverview.sheet(handle, "rf-2"))
                .hasValueSatisfying(sheet -> assertThat(sheet)
                        .contains("CHAMPION from ", "by a person: of a test", "\"stage\": \"CHAMPION\""));
        assertThat(ModelOverview.sheet(handle, "rf-9")).isEmpty();
    }

    @Test
    void theConfigurationOfAlertsIsReadAsItIsStored() {
        assertThat(AlertConfigurations.all(handle)).containsExactly(AlertConfigurations.inForce(handle));
        AlertConfig inForce = AlertConfigurations.inForce(handle);
        assertThat(inForce.enabled()).isTrue();
        assertThat(inForce.highRiskThreshold()).isEqualTo(0.7);
        assertThat(inForce.cooldownSeconds()).isEqualTo(86_400);
        assertThat(inForce.effectiveAt()).isEqualTo(Instant.EPOCH);
    }

    private Promotion promote(String version) throws PromotionRefusedException {
        return handle.inTransaction(transaction ->
                ModelPromotions.promote(transaction, ModelRole.CHAMPION, version, "a person", "of a test"));
    }

    private static String message(Promotion promotion) {
        return Topics.CONTROL + " model " + ModelPromotions.eventId(promotion.id());
    }

    private static ModelPointer pointer(Promotion promotion, String digit) {
        return new ModelPointer(promotion.role(), promotion.toVersion(), digit.repeat(64), promotion.effectiveAt());
    }
}
