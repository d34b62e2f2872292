package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.risk.AlertType;
import io.churnwatch.risk.Reason;
import io.churnwatch.stream.SmallForestRegistry;
import io.churnwatch.stream.config.ModelEngine;
import io.churnwatch.stream.rollup.ResultFixture;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ExplainScoresTest {
    private static final ModelPointer MODEL =
            new ModelPointer(ModelRole.CHAMPION, SmallForest.VERSION, SmallForest.SHA256, Instant.EPOCH);

    private OneInputStreamOperatorTestHarness<UnexplainedResult, CustomerResult> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(new ExplainScores(new SmallForestRegistry(), ModelEngine.OWN));
        harness.open();
        harness.setProcessingTime(0);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void whatWantsNoReasonsDoesNotWait() throws Exception {
        send(quiet(1));

        assertThat(customers()).containsExactly(1L);
    }

    @Test
    void allWaitInTheirOrderBehindOneThatWantsReasonsAndKeepTheirTimes() throws Exception {
        harness.processElement(new StreamRecord<>(wanting(1, leavingCustomer()), 11));
        harness.processElement(new StreamRecord<>(quiet(2), 12));
        harness.processElement(new StreamRecord<>(wanting(3, loyalCustomer()), 13));
        assertThat(customers()).isEmpty();

        harness.setProcessingTime(ExplainScores.DELAY_MAX.toMillis());

        assertThat(customers()).containsExactly(1L, 2L, 3L);
        assertThat(harness.getRecordOutput())
                .extracting(StreamRecord::getTimestamp)
                .containsExactly(11L, 12L, 13L);
        assertThat(reasons()).extracting(List::isEmpty).containsExactly(false, true, false);
    }

    @Test
    void aFullBlockDoesNotWait() throws Exception {
        for (int customer = 1; customer <= ExplainScores.EXPLANATIONS_MAX; customer++) {
            send(wanting(customer, leavingCustomer()));
        }

        assertThat(customers()).hasSize(ExplainScores.EXPLANATIONS_MAX);
    }

    @Test
    void anAlertThatIsExplainedFromBeforeFillsTheBlockTwiceAsFast() throws Exception {
        int alerts = ExplainScores.EXPLANATIONS_MAX / 2 + 1;
        for (int i = 0; i < alerts; i++) {
            send(new UnexplainedResult(
                    alerted(leavingCustomer()), new ReasonsWanted(MODEL, true, true, loyalCustomer())));
        }

        assertThat(customers()).hasSize(alerts);
    }

    @Test
    void whatIsLateAlreadyWaitsForAFullerBlock() throws Exception {
        long start = ResultFixture.TEN.plus(ExplainScores.LATE).toEpochMilli() + 1;
        harness.setProcessingTime(start);
        send(wanting(1, leavingCustomer()));

        harness.setProcessingTime(start + ExplainScores.DELAY_MAX_WHEN_LATE.toMillis() - 1);
        assertThat(customers()).isEmpty();

        harness.setProcessingTime(start + ExplainScores.DELAY_MAX_WHEN_LATE.toMillis());
        assertThat(customers()).containsExactly(1L);
    }

    @Test
    void nothingWaitsOverACheckpointOrTheEnd() throws Exception {
        send(wanting(1, leavingCustomer()));
        harness.getOperator().prepareSnapshotPreBarrier(1);
        assertThat(customers()).containsExactly(1L);

        send(wanting(2, leavingCustomer()));
        harness.endInput();
        harness.getOneInputOperator().finish();
        assertThat(customers()).containsExactly(1L, 2L);
    }

    @Test
    void aWatermarkWaitsForWhatCameBeforeIt() throws Exception {
        harness.processWatermark(new Watermark(1));
        send(wanting(1, leavingCustomer()));
        harness.processWatermark(new Watermark(2));
        harness.processWatermark(new Watermark(3));
        assertThat(harness.getOutput()).containsExactly(new Watermark(1));

        harness.setProcessingTime(ExplainScores.DELAY_MAX.toMillis());

        assertThat(customers()).containsExactly(1L);
        assertThat(harness.getOutput()).hasSize(3).startsWith(new Watermark(1)).endsWith(new Watermark(3));
    }

    @Test
    void nothingWaitsWhenTheFeedGoesIdle() throws Exception {
        send(wanting(1, leavingCustomer()));
        harness.processWatermark(new Watermark(2));
        harness.processWatermarkStatus(WatermarkStatus.IDLE);

        assertThat(customers()).containsExactly(1L);
        assertThat(harness.getOutput()).hasSize(3).endsWith(new Watermark(2), WatermarkStatus.IDLE);
    }

    @Test
    void theReasonsAreTheSameToTheLastDigitWhoeverElseIsExplained() throws Exception {
        send(wanting(1, leavingCustomer()));
        harness.setProcessingTime(100);
        for (int i = 0; i < 9; i++) {
            send(wanting(2, i % 2 == 0 ? loyalCustomer() : leavingCustomer()));
        }
        harness.setProcessingTime(200);

        assertThat(reasons().get(2)).isEqualTo(reasons().get(0)).isNotEmpty();
    }

    @Test
    void anAlertSaysWhyTheRiskIsHighAndWhyItRoseThoughTheScoreCarriesNothing() throws Exception {
        ReasonsWanted wanted = new ReasonsWanted(MODEL, false, true, loyalCustomer());
        send(new UnexplainedResult(alerted(leavingCustomer()), wanted));
        harness.setProcessingTime(100);

        CustomerResult result = harness.extractOutputValues().get(0);
        assertThat(Objects.requireNonNull(result.score()).reasons()).isEmpty();
        assertThat(Objects.requireNonNull(result.alert()).reasons()).isNotEmpty();
        assertThat(Objects.requireNonNull(result.alert()).deltaReasons())
                .isNotEmpty()
                .isNotEqualTo(result.alert().reasons());
    }

    @Test
    void anExitStaysOneWhenItIsExplained() throws Exception {
        CustomerResult result = of(1, leavingCustomer());
        CustomerResult exit =
                new CustomerResult(1, null, result.profile(), result.changed(), result.score(), null, true);
        send(new UnexplainedResult(exit, new ReasonsWanted(MODEL, true, false, null)));
        harness.setProcessingTime(100);

        assertThat(reasons().get(0)).isNotEmpty();
        assertThat(harness.extractOutputValues())
                .extracting(CustomerResult::exit)
                .containsExactly(true);
    }

    private void send(UnexplainedResult result) throws Exception {
        harness.processElement(new StreamRecord<>(result, 1));
    }

    private List<Long> customers() {
        return harness.extractOutputValues().stream()
                .map(CustomerResult::customerId)
                .toList();
    }

    private List<List<Reason>> reasons() {
        return harness.extractOutputValues().stream()
                .map(result -> Objects.requireNonNull(result.score()).reasons())
                .toList();
    }

    private static UnexplainedResult quiet(int customer) {
        return UnexplainedResult.complete(of(customer, loyalCustomer()));
    }

    private static UnexplainedResult wanting(int customer, CustomerProfile profile) {
        return new UnexplainedResult(of(customer, profile), new ReasonsWanted(MODEL, true, false, null));
    }

    private static CustomerResult of(int customer, CustomerProfile profile) {
        CustomerResult result = ResultFixture.scored(customer, "France", 0.5);
        return new CustomerResult(customer, null, profile, FieldSet.NONE, result.score(), null, false);
    }

    private static CustomerResult alerted(CustomerProfile profile) {
        CustomerResult result = ResultFixture.alerted(AlertType.HIGH_RISK, ResultFixture.TEN);
        return new CustomerResult(1, null, profile, FieldSet.NONE, result.score(), result.alert(), false);
    }
}
