package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.only;
import static io.churnwatch.feed.CustomerFixture.patch;
import static io.churnwatch.feed.CustomerFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.RejectionReason;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.risk.AlertType;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.value.ValueAtRisk;
import io.churnwatch.stream.config.ModelEngine;
import io.churnwatch.stream.config.ReasonPolicy;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.version.Challenger;
import io.churnwatch.stream.version.VersionsInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventRulesTest {
    private static final int CUSTOMER = 7;
    private static final VersionsInForce VERSIONS = versions("m-1", 1);

    private EventRules rules = new EventRules(ScoringConfig.DEFAULT);
    private CustomerState state = CustomerState.UNSEEN;

    @Test
    void theFirstScoreHasNoPreviousOne() {
        RiskScored score = score(upsert("e-1", CUSTOMER, MORNING, aged(40)));

        assertThat(score.turn().sequence()).isEqualTo(1);
        assertThat(score.probability()).isEqualTo(0.4);
        assertThat(score.previousProbability()).isNull();
        assertThat(score.riskChange()).isNull();
        assertThat(score.dataChange()).isNull();
        assertThat(score.risk().band()).isEqualTo(RiskBand.MEDIUM);
        assertThat(score.features()).containsOnlyKeys("age");
    }

    @Test
    void theNextScoreTellsTheChangeInPercentAndPoints() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        RiskScored score = score(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 50)));

        assertThat(score.turn().sequence()).isEqualTo(2);
        assertThat(score.previousProbability()).isEqualTo(0.4);
        assertThat(score.riskChange()).isCloseTo(25, within(1e-9));
        assertThat(score.dataChange()).isCloseTo(0.1, within(1e-12));
        assertThat(score.modelChange()).isZero();
        assertThat(score.trigger().cause()).isEqualTo(Cause.UPDATE);
    }

    @Test
    void dataAndModelPartAddUpWhenBothChange() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        CustomerUpdate update = patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 50));
        RiskScored score = accepted(update, versions("m-2", 1.5)).score();

        assertThat(score.dataChange()).isCloseTo(0.75 - 0.60, within(1e-12));
        assertThat(score.modelChange()).isCloseTo(0.60 - 0.40, within(1e-12));
        assertThat(score.versions().modelVersion()).isEqualTo("m-2");
    }

    @Test
    void aRescoreAfterAPromotionMovesOnlyTheModelPartAndRaisesNoAlert() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(60)));
        CustomerUpdate rescore =
                new CustomerUpdate("e-2", CUSTOMER, MORNING, UpdateOp.RESCORE, "churnwatch", CustomerProfile.UNKNOWN);
        CustomerResult result = accepted(rescore, versions("m-2", 1.5));

        assertThat(result.score().probability()).isCloseTo(0.9, within(1e-12));
        assertThat(result.score().trigger().cause()).isEqualTo(Cause.MODEL_CHANGE);
        assertThat(result.score().dataChange()).isZero();
        assertThat(result.alert()).isNull();
        assertThat(result.changed().isEmpty()).isTrue();
    }

    @Test
    void anAlertIsRaisedOnceWithTheSameIdInEveryReplay() {
        CustomerResult first = accepted(upsert("e-1", CUSTOMER, MORNING, aged(80)), VERSIONS);
        CustomerResult second =
                accepted(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 85)), VERSIONS);
        state = CustomerState.UNSEEN;
        CustomerResult replay = accepted(upsert("e-1", CUSTOMER, MORNING, aged(80)), VERSIONS);

        assertThat(first.alert()).isNotNull();
        assertThat(first.alert().alertType()).isEqualTo(AlertType.HIGH_RISK);
        assertThat(first.alert()).isEqualTo(replay.alert());
        assertThat(second.alert()).isNull();
    }

    @Test
    void aScoreThatMovedByAPointCarriesReasonsAndASmallerMoveDoesNot() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        RiskScored moved = score(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 50)));
        RiskScored same = score(patch("e-3", CUSTOMER, MORNING.plusSeconds(2), only(ProfileField.BALANCE, 1.0)));

        assertThat(moved.reasons()).extracting(Reason::text).containsExactly("Age 50: +10 points");
        assertThat(same.reasons()).isEmpty();
    }

    @Test
    void anAlertSaysWhyTheRiskIsHighAndWhyItRose() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(50)));
        CustomerResult result =
                accepted(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 80)), VERSIONS);

        assertThat(result.alert()).isNotNull();
        assertThat(result.alert().reasons()).extracting(Reason::text).containsExactly("Age 80: +40 points");
        assertThat(result.alert().deltaReasons()).extracting(Reason::text).containsExactly("Age 80: +30 points");
    }

    @Test
    void theChallengerScoresTheSameEventAndRaisesNothing() {
        CustomerResult result = accepted(upsert("e-1", CUSTOMER, MORNING, aged(60)), withChallenger(new AgeModel(1.5)));

        assertThat(result.score().probability()).isEqualTo(0.6);
        assertThat(result.score().challengerVersion()).isEqualTo("m-2");
        assertThat(result.score().challengerProbability()).isCloseTo(0.9, within(1e-12));
        assertThat(result.alert()).isNull();
    }

    @Test
    void aChallengerThatCannotScoreOrBreaksIsNamedAndDoesNotStopTheEvent() {

        for (ChurnModel challenger : Arrays.asList(new UnableModel(), new BrokenModel(), null)) {
            state = CustomerState.UNSEEN;
            RiskScored score = accepted(upsert("e-1", CUSTOMER, MORNING, aged(60)), withChallenger(challenger))
                    .score();

            assertThat(score.challengerVersion()).isEqualTo("m-2");
            assertThat(score.challengerProbability()).isNull();
            assertThat(score.probability()).isEqualTo(0.6);
        }
    }

    @Test
    void aRepeatedEventIsDropped() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));

        assertThat(judge(upsert("e-1", CUSTOMER, MORNING, aged(40)), VERSIONS)).isInstanceOf(Verdict.Duplicate.class);
    }

    @Test
    void aRepeatedEventIsDroppedLongAfterItsIdWasForgotten() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        for (int i = 0; i < 2 * RecentEvents.SIZE; i++) {
            score(patch("n-" + i, CUSTOMER, MORNING.plusSeconds(i + 1), only(ProfileField.BALANCE, 1.0 * i)));
        }

        assertThat(judge(upsert("e-1", CUSTOMER, MORNING, aged(40)), VERSIONS)).isInstanceOf(Verdict.Duplicate.class);
    }

    @Test
    void aLatePatchSetsWhatNothingNewerHasSet() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        score(patch("e-3", CUSTOMER, MORNING.plusSeconds(20), only(ProfileField.AGE, 50)));
        CustomerResult late =
                accepted(patch("e-2", CUSTOMER, MORNING.plusSeconds(10), only(ProfileField.BALANCE, 9.0)), VERSIONS);

        assertThat(late.profile().balance()).isEqualTo(9.0);
        assertThat(late.profile().age()).isEqualTo(50);
        assertThat(late.changed().contains(ProfileField.BALANCE)).isTrue();
        assertThat(late.changed().contains(ProfileField.AGE)).isFalse();
    }

    @Test
    void anEventWhoseEveryFieldIsSupersededIsRefused() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        score(patch("e-3", CUSTOMER, MORNING.plusSeconds(20), only(ProfileField.AGE, 50)));

        assertThat(reason(patch("e-2", CUSTOMER, MORNING.plusSeconds(10), only(ProfileField.AGE, 45))))
                .isEqualTo(RejectionReason.SUPERSEDED);
    }

    @Test
    void aPatchOfACustomerNeverSeenIsRefusedAndLeavesNoState() {
        assertThat(reason(patch("e-1", CUSTOMER, MORNING, only(ProfileField.AGE, 45))))
                .isEqualTo(RejectionReason.UNKNOWN_CUSTOMER);
        assertThat(state.isWorthKeeping()).isFalse();
    }

    @Test
    void anErasedCustomerIsRefusedUntilTheErasureIsForgotten() {
        score(upsert("e-1", CUSTOMER, MORNING, aged(40)));
        CustomerResult erasure = accepted(erase("e-2"), VERSIONS);

        assertThat(erasure.isErasure()).isTrue();
        assertThat(state.profile()).isEqualTo(CustomerProfile.UNKNOWN);
        assertThat(reason(upsert("e-3", CUSTOMER, MORNING, aged(41)))).isEqualTo(RejectionReason.ERASED);

        Instant later = MORNING.plus(Duration.ofDays(31));
        assertThat(score(upsert("e-4", CUSTOMER, later, aged(41))).turn().sequence())
                .isEqualTo(1);
    }

    @Test
    void aCustomerWhomTheModelCannotScoreIsRefusedWithTheField() {
        Verdict verdict = judge(upsert("e-1", CUSTOMER, MORNING, only(ProfileField.BALANCE, 1.0)), VERSIONS);

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).letter().field()).isEqualTo("age");
        assertThat(((Verdict.Refused) verdict).letter().reason()).isEqualTo(RejectionReason.NOT_SCORABLE);
    }

    @Test
    void whoTheNewModelRefusedIsScoredOnceItHasWhatItNeeds() {
        accepted(upsert("e-1", CUSTOMER, MORNING, only(ProfileField.BALANCE, 1.0)), modelOf("m-0", new FlatModel(0.3)));
        assertThat(reason(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.BALANCE, 2.0))))
                .isEqualTo(RejectionReason.NOT_SCORABLE);

        CustomerResult result =
                accepted(patch("e-3", CUSTOMER, MORNING.plusSeconds(2), only(ProfileField.AGE, 80)), VERSIONS);

        RiskScored score = Objects.requireNonNull(result.score());
        assertThat(score.probability()).isEqualTo(0.8);
        assertThat(score.previousProbability()).isEqualTo(0.3);
        assertThat(score.dataChange()).isNull();
        assertThat(score.modelChange()).isNull();
        assertThat(Objects.requireNonNull(result.alert()).deltaReasons()).isEmpty();
    }

    @Test
    void aChallengerWhoseScoreIsNoProbabilityIsNamedAndDoesNotStopTheEvent() {
        RiskScored score = accepted(upsert("e-1", CUSTOMER, MORNING, aged(60)), withChallenger(new FlatModel(1.02)))
                .score();

        assertThat(score.challengerVersion()).isEqualTo("m-2");
        assertThat(score.challengerProbability()).isNull();
    }

    @Test
    void aCustomerWhoHasExitedRaisesNoAlert() {
        CustomerProfile exited =
                aged(80).toBuilder().set(ProfileField.EXITED, true).build();

        assertThat(accepted(upsert("e-1", CUSTOMER, MORNING, exited), VERSIONS).alert())
                .isNull();
    }

    @Test
    void anAlertCarriesReasonsHoweverLittleTheScoreMoved() {
        VersionsInForce versions = versions("m-1", 0.95);
        accepted(upsert("e-1", CUSTOMER, MORNING, aged(73)), versions);
        CustomerResult result =
                accepted(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 74)), versions);

        assertThat(Objects.requireNonNull(result.score()).reasons()).isEmpty();
        assertThat(Objects.requireNonNull(result.alert()).reasons())
                .extracting(Reason::text)
                .containsExactly("Age 74: +30 points");
    }

    @Test
    void reasonsCanBeLeftOutForGood() {
        ScoringConfig unexplained =
                ScoringConfig.withDefaults(ModelEngine.OWN, ReasonPolicy.NEVER, ValueAtRisk.DEFAULT);
        FeedRecord record = new FeedRecord(new byte[0], MORNING, 0, 0);
        Verdict verdict = new EventRules(unexplained)
                .judge(state, new FeedEvent(upsert("e-1", CUSTOMER, MORNING, aged(80)), record), VERSIONS, MORNING);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.result().wanted()).isNull();
            assertThat(accepted.result().result().alert()).isNotNull();
        });
    }

    @Test
    void valueAtRiskIsComputedOfTheProfileAsItIsNow() {
        rules = new EventRules(ScoringConfig.withDefaults(
                ModelEngine.OWN, ReasonPolicy.DEFAULT, ValueAtRisk.of("probability * balance + 10 * tenure")));
        score(upsert("e-1", CUSTOMER, MORNING, withBalance(1_000.0)));

        RiskScored score = score(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.TENURE, 5)));

        assertThat(score.valueAtRisk()).isEqualTo(0.4 * 1_000 + 10 * 5);
    }

    @Test
    void withoutABalanceNoValueIsKnownToBeAtRisk() {
        assertThat(score(upsert("e-1", CUSTOMER, MORNING, withBalance(null))).valueAtRisk())
                .isNull();
    }

    private RiskScored score(CustomerUpdate update) {
        return Objects.requireNonNull(accepted(update, VERSIONS).score());
    }

    private CustomerResult accepted(CustomerUpdate update, VersionsInForce versions) {
        Verdict verdict = judge(update, versions);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        state = accepted.state();
        return explained(accepted.result(), versions);
    }

    private static CustomerResult explained(UnexplainedResult result, VersionsInForce versions) {
        try {
            return new ReasonCalculation(pointer -> versions.champion())
                    .explain(List.of(result))
                    .get(0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private RejectionReason reason(CustomerUpdate update) {
        Verdict verdict = judge(update, VERSIONS);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        state = ((Verdict.Refused) verdict).state();
        return ((Verdict.Refused) verdict).letter().reason();
    }

    private Verdict judge(CustomerUpdate update, VersionsInForce versions) {
        FeedRecord record = new FeedRecord(new byte[0], update.occurredAt(), 0, 0);
        return rules.judge(state, new FeedEvent(update, record), versions, MORNING);
    }

    private static CustomerProfile withBalance(@Nullable Double balance) {
        return aged(40).toBuilder().set(ProfileField.BALANCE, balance).build();
    }

    private static CustomerProfile aged(int age) {
        return loyalCustomer().toBuilder().set(ProfileField.AGE, age).build();
    }

    private static CustomerUpdate erase(String eventId) {
        return new CustomerUpdate(eventId, CUSTOMER, MORNING, UpdateOp.DELETE, "core-banking", CustomerProfile.UNKNOWN);
    }

    private static VersionsInForce versions(String modelVersion, double factor) {
        return modelOf(modelVersion, new AgeModel(factor));
    }

    private static VersionsInForce modelOf(String modelVersion, ExplainableModel model) {
        AlertConfig config = new AlertConfig(1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING);
        return new VersionsInForce(pointer(modelVersion), model, config, null);
    }

    private static VersionsInForce withChallenger(@Nullable ChurnModel challenger) {
        return new VersionsInForce(
                pointer("m-1"), new AgeModel(1), VERSIONS.alerts(), new Challenger("m-2", challenger));
    }

    private static ModelPointer pointer(String modelVersion) {
        return new ModelPointer(ModelRole.CHAMPION, modelVersion, "0a".repeat(32), MORNING);
    }
}
