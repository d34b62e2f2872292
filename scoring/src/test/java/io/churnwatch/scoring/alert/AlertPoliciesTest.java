package io.churnwatch.scoring.alert;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertPoliciesTest {
    private static final AlertConfig DEFAULTS = config(IncreaseUnit.RELATIVE, 20, Duration.ofHours(24));

    @Test
    void customerCrossingTheHighThresholdRaisesOneAlert() {
        AlertDecision crossing = decide(0.68, 0.72, AlertState.ARMED);
        AlertDecision staying = decide(0.72, 0.75, crossing.state());

        assertThat(crossing.due()).hasValue(new AlertDecision.Due(AlertType.HIGH_RISK, 0.7));
        assertThat(staying.due()).isEmpty();
    }

    @Test
    void aProbabilityEqualToTheThresholdIsNotAboveIt() {
        assertThat(decide(0.68, 0.7, AlertState.ARMED).due()).isEmpty();
        assertThat(decide(0.7, Math.nextUp(0.7), AlertState.ARMED).due()).isPresent();
    }

    @Test
    void aFirstObservationMayBeHighRiskButIsNeverAnIncrease() {
        assertThat(typeOf(decide(null, 0.9, AlertState.ARMED))).isEqualTo(AlertType.HIGH_RISK);
        assertThat(decide(null, 0.6, AlertState.ARMED).due()).isEmpty();
    }

    @Test
    void wobblingAroundTheThresholdStaysQuietUntilItFellBelowTheHysteresis() {
        AlertState afterAlert = decide(0.68, 0.72, AlertState.ARMED).state();

        AlertState wobble = decide(0.72, 0.66, afterAlert).state();
        assertThat(decide(0.66, 0.71, wobble).due()).isEmpty();

        AlertState fallen = decide(0.71, 0.64, afterAlert).state();
        assertThat(typeOf(decide(0.64, 0.71, fallen))).isEqualTo(AlertType.HIGH_RISK);
    }

    @Test
    void theCooldownReArmsACrossing() {
        AlertState afterAlert = decide(0.68, 0.72, AlertState.ARMED).state();
        Instant justBefore = MORNING.plus(Duration.ofHours(24)).minusMillis(1);

        assertThat(decideAt(justBefore, 0.69, 0.71, afterAlert).due()).isEmpty();
        assertThat(decideAt(MORNING.plus(Duration.ofHours(24)), 0.69, 0.71, afterAlert)
                        .due())
                .isPresent();
        assertThat(decideAt(MORNING.plus(Duration.ofHours(25)), 0.71, 0.73, afterAlert)
                        .due())
                .as("no crossing, no alert, however long ago the last one was")
                .isEmpty();
    }

    @Test
    void withoutACooldownTimeReArmsNothing() {
        AlertConfig never = config(IncreaseUnit.RELATIVE, 20, Duration.ZERO);
        AlertState alerted = new AlertState(false, MORNING);
        RiskMove tenYearsOn = move(MORNING.plus(Duration.ofDays(3_650)), 0.69, 0.71);

        assertThat(AlertPolicies.decide(tenYearsOn, alerted, never).due()).isEmpty();
    }

    @Test
    void theCooldownCountsFromTheLastHighRiskAlertAndFromNoOther() {
        AlertState alerted = new AlertState(false, MORNING);
        Instant later = MORNING.plus(Duration.ofHours(23));
        AlertDecision increase = decideAt(later, 0.5, 0.69, alerted);
        Instant dayAfter = MORNING.plus(Duration.ofHours(24));

        assertThat(typeOf(increase)).isEqualTo(AlertType.RISK_INCREASE);
        assertThat(increase.state().lastHighRiskAt()).isEqualTo(MORNING);
        assertThat(typeOf(decideAt(dayAfter, 0.69, 0.71, new AlertState(false, MORNING))))
                .isEqualTo(AlertType.HIGH_RISK);
    }

    @Test
    void theHysteresisIsStrict() {
        AlertConfig halves = new AlertConfig(1, true, 0.75, 20, IncreaseUnit.RELATIVE, 0.2, 0.25, 0, MORNING);
        AlertState alerted = new AlertState(false, MORNING);

        assertThat(AlertPolicies.decide(move(MORNING, 0.8, 0.5), alerted, halves)
                        .state()
                        .highRiskArmed())
                .as("0.75 - 0.25 exactly")
                .isFalse();
        assertThat(AlertPolicies.decide(move(MORNING, 0.8, Math.nextDown(0.5)), alerted, halves)
                        .state()
                        .highRiskArmed())
                .isTrue();
    }

    @Test
    void aRaisedThresholdReArmsWhoIsNowWellBelowIt() {
        AlertState afterAlert = decide(0.68, 0.72, AlertState.ARMED).state();

        assertThat(AlertPolicies.decide(move(MORNING, 0.75, 0.91), afterAlert, withThreshold(0.9))
                        .due())
                .hasValue(new AlertDecision.Due(AlertType.HIGH_RISK, 0.9));
    }

    @Test
    void aLoweredThresholdAlertsNobodyWhoIsAboveItAlready() {
        AlertConfig lowered = withThreshold(0.5);
        AlertState quiet = decide(null, 0.6, AlertState.ARMED).state();
        AlertDecision above = AlertPolicies.decide(move(MORNING, 0.6, 0.61), quiet, lowered);

        assertThat(above.due()).isEmpty();
        AlertDecision below = AlertPolicies.decide(move(MORNING, 0.61, 0.5), above.state(), lowered);
        assertThat(AlertPolicies.decide(move(MORNING, 0.5, 0.51), below.state(), lowered)
                        .due())
                .as("who has been below it crosses it like everybody")
                .hasValue(new AlertDecision.Due(AlertType.HIGH_RISK, 0.5));
    }

    @Test
    void whatWasNotAlertedWhileDisabledLeavesTheAlarmArmed() {
        AlertConfig disabled = new AlertConfig(2, false, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING);
        AlertState missed = AlertPolicies.decide(move(MORNING, 0.68, 0.72), AlertState.ARMED, disabled)
                .state();
        AlertState back = decide(0.72, 0.69, missed).state();

        assertThat(typeOf(decide(0.69, 0.71, back))).isEqualTo(AlertType.HIGH_RISK);
    }

    @Test
    void anIncreaseIsStrictlyAboveItsPercentage() {
        AlertConfig quarter = config(IncreaseUnit.RELATIVE, 25, Duration.ZERO);

        assertThat(decide(0.5, 0.625, quarter).due()).as("25 % exactly").isEmpty();
        assertThat(decide(0.5, Math.nextUp(0.625), quarter).due())
                .hasValue(new AlertDecision.Due(AlertType.RISK_INCREASE, 25));
    }

    @Test
    void anIncreaseAtLowRiskStaysQuiet() {
        assertThat(decide(0.05, 0.19, AlertState.ARMED).due()).isEmpty();
        assertThat(decide(0.05, 0.20, AlertState.ARMED).due()).isPresent();
    }

    @Test
    void fromZeroARelativeIncreaseIsUndefined() {
        assertThat(decide(0.0, 0.6, AlertState.ARMED).due()).isEmpty();
        assertThat(decide(0.0, 0.6, config(IncreaseUnit.POINTS, 20, Duration.ZERO))
                        .due())
                .isPresent();
    }

    @Test
    void pointsArePercentagePointsAndTheirThresholdIsStrictToo() {
        AlertConfig points = config(IncreaseUnit.POINTS, 12.5, Duration.ZERO);

        assertThat(decide(0.25, 0.375, points).due()).as("12.5 points exactly").isEmpty();
        assertThat(decide(0.25, Math.nextUp(0.375), points).due())
                .hasValue(new AlertDecision.Due(AlertType.RISK_INCREASE, 12.5));
    }

    @Test
    void anIncreaseInPointsAtLowRiskStaysQuietToo() {
        AlertConfig points = config(IncreaseUnit.POINTS, 5, Duration.ZERO);

        assertThat(decide(0.05, 0.19, points).due()).isEmpty();
        assertThat(decide(0.05, 0.20, points).due()).isPresent();
    }

    @Test
    void highRiskWinsWhenBothHold() {
        assertThat(typeOf(decide(0.3, 0.8, AlertState.ARMED))).isEqualTo(AlertType.HIGH_RISK);
    }

    @Test
    void anAlreadyAlertedCustomerStillRaisesAnIncrease() {
        AlertState afterAlert = new AlertState(false, MORNING);

        assertThat(typeOf(decide(0.66, 0.9, afterAlert))).isEqualTo(AlertType.RISK_INCREASE);
    }

    @Test
    void aDisabledConfigurationRaisesNothing() {
        AlertConfig disabled = new AlertConfig(2, false, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING);

        assertThat(AlertPolicies.decide(move(MORNING, 0.3, 0.9), AlertState.ARMED, disabled)
                        .due())
                .isEmpty();
    }

    @Property
    void customersWhoHaveExitedRaiseNothingAndStayArmed(
            @ForAll @DoubleRange(min = 0, max = 1) double baseline,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        RiskMove exited = new RiskMove(baseline, probability, true, MORNING);

        AlertDecision decision = AlertPolicies.decide(exited, AlertState.ARMED, DEFAULTS);

        assertThat(decision).isEqualTo(new AlertDecision(Optional.empty(), AlertState.ARMED));
    }

    @Property
    void whatFellRaisesNothing(
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other,
            @ForAll boolean armed,
            @ForAll IncreaseUnit unit) {
        RiskMove fall = move(MORNING, Math.max(one, other), Math.min(one, other));

        assertThat(AlertPolicies.decide(fall, new AlertState(armed, null), config(unit, 0, Duration.ofHours(1)))
                        .due())
                .isEmpty();
    }

    @Property
    void highRiskSpeaksOfACrossingOnly(
            @ForAll @DoubleRange(min = 0, max = 1) double baseline,
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
        AlertDecision decision =
                AlertPolicies.decide(move(MORNING, baseline, probability), AlertState.ARMED, withThreshold(threshold));

        boolean highRisk =
                decision.due().filter(due -> due.type() == AlertType.HIGH_RISK).isPresent();
        assertThat(highRisk).isEqualTo(baseline <= threshold && probability > threshold);
    }

    /** A promotion alone: the model that answers now is asked for the same data twice. */
    @Property
    void whatOnlyTheModelMovedRaisesNothing(
            @ForAll @DoubleRange(min = 0, max = 1) double probability, @ForAll boolean armed) {
        AlertState state = new AlertState(armed, armed ? null : MORNING);

        assertThat(decide(probability, probability, state).due()).isEmpty();
    }

    @Property
    void betweenTwoHighRiskAlertsTheRiskWasWellBelowOrTheCooldownPassed(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> probabilities, @ForAll @IntRange(max = 20) int hours) {
        List<RiskMove> moves = moves(probabilities, Duration.ofHours(hours));
        Instant alertedAt = null;
        boolean wasWellBelow = false;
        AlertState state = AlertState.ARMED;
        for (RiskMove move : moves) {
            AlertDecision decision = AlertPolicies.decide(move, state, DEFAULTS);
            if (decision.due().filter(due -> due.type() == AlertType.HIGH_RISK).isPresent()) {
                boolean cooledDown = alertedAt != null && !move.at().isBefore(alertedAt.plus(DEFAULTS.cooldown()));
                assertThat(alertedAt == null || wasWellBelow || cooledDown).isTrue();
                alertedAt = move.at();
                wasWellBelow = false;
            }
            wasWellBelow |= move.probability() < 0.7 - 0.05;
            state = decision.state();
        }
    }

    @Property
    void aReplayOfTheSameMovesRaisesTheSameAlerts(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> probabilities, @ForAll @IntRange(max = 20) int hours) {
        List<RiskMove> moves = moves(probabilities, Duration.ofHours(hours));

        assertThat(decisions(moves, AlertState.ARMED)).isEqualTo(decisions(moves, AlertState.ARMED));
    }

    /** After a crash the rules go on from what a checkpoint holds of them: nothing but the state. */
    @Property
    void goingOnFromAnyMomentRaisesTheSameAlerts(
            @ForAll @Size(min = 1) List<@DoubleRange(min = 0, max = 1) Double> probabilities,
            @ForAll @IntRange(max = 20) int hours,
            @ForAll @IntRange(min = 0) int crash) {
        List<RiskMove> moves = moves(probabilities, Duration.ofHours(hours));
        List<AlertDecision> whole = decisions(moves, AlertState.ARMED);
        int from = crash % moves.size();
        AlertState saved = whole.get(from).state();
        AlertState restored = new AlertState(saved.highRiskArmed(), saved.lastHighRiskAt());

        assertThat(decisions(moves.subList(from + 1, moves.size()), restored))
                .isEqualTo(whole.subList(from + 1, whole.size()));
    }

    private static List<RiskMove> moves(List<Double> probabilities, Duration apart) {
        List<RiskMove> moves = new ArrayList<>();
        Double previous = null;
        Instant at = MORNING;
        for (double probability : probabilities) {
            moves.add(move(at, previous, probability));
            previous = probability;
            at = at.plus(apart);
        }
        return moves;
    }

    private static List<AlertDecision> decisions(List<RiskMove> moves, AlertState before) {
        List<AlertDecision> decisions = new ArrayList<>();
        AlertState state = before;
        for (RiskMove move : moves) {
            AlertDecision decision = AlertPolicies.decide(move, state, DEFAULTS);
            decisions.add(decision);
            state = decision.state();
        }
        return decisions;
    }

    private static AlertType typeOf(AlertDecision decision) {
        return decision.due().orElseThrow().type();
    }

    private static AlertDecision decide(@Nullable Double baseline, double probability, AlertState state) {
        return decideAt(MORNING, baseline, probability, state);
    }

    private static AlertDecision decide(@Nullable Double baseline, double probability, AlertConfig config) {
        return AlertPolicies.decide(move(MORNING, baseline, probability), AlertState.ARMED, config);
    }

    private static AlertDecision decideAt(Instant at, @Nullable Double baseline, double probability, AlertState state) {
        return AlertPolicies.decide(move(at, baseline, probability), state, DEFAULTS);
    }

    private static RiskMove move(Instant at, @Nullable Double baseline, double probability) {
        return new RiskMove(baseline, probability, false, at);
    }

    private static AlertConfig withThreshold(double threshold) {
        return new AlertConfig(2, true, threshold, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING);
    }

    private static AlertConfig config(IncreaseUnit unit, double increase, Duration cooldown) {
        return new AlertConfig(1, true, 0.7, increase, unit, 0.2, 0.05, cooldown.toSeconds(), MORNING);
    }
}
