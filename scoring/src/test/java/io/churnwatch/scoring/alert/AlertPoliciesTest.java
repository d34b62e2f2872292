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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
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
    void aRaisedThresholdReArmsWhoIsNowWellBelowIt() {
        AlertState afterAlert = decide(0.68, 0.72, AlertState.ARMED).state();
        AlertConfig raised = new AlertConfig(2, true, 0.9, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING);

        assertThat(AlertPolicies.decide(move(MORNING, 0.75, 0.91), afterAlert, raised)
                        .due())
                .isPresent();
    }

    @Test
    void anIncreaseIsStrictlyAboveItsPercentage() {
        assertThat(decide(0.5, 0.6, AlertState.ARMED).due()).as("20 % exactly").isEmpty();
        assertThat(typeOf(decide(0.5, 0.61, AlertState.ARMED))).isEqualTo(AlertType.RISK_INCREASE);
    }

    @Test
    void anIncreaseAtLowRiskStaysQuiet() {
        assertThat(decide(0.05, 0.19, AlertState.ARMED).due()).isEmpty();
        assertThat(decide(0.05, 0.20, AlertState.ARMED).due()).isPresent();
    }

    @Test
    void fromZeroARelativeIncreaseIsUndefined() {
        assertThat(decide(0.0, 0.6, AlertState.ARMED).due()).isEmpty();
        AlertConfig points = config(IncreaseUnit.POINTS, 20, Duration.ZERO);
        assertThat(AlertPolicies.decide(move(MORNING, 0.0, 0.6), AlertState.ARMED, points)
                        .due())
                .isPresent();
    }

    @Test
    void pointsCountPercentagePoints() {
        AlertConfig points = config(IncreaseUnit.POINTS, 10, Duration.ZERO);

        assertThat(AlertPolicies.decide(move(MORNING, 0.40, 0.49), AlertState.ARMED, points)
                        .due())
                .isEmpty();
        assertThat(AlertPolicies.decide(move(MORNING, 0.40, 0.51), AlertState.ARMED, points)
                        .due())
                .hasValue(new AlertDecision.Due(AlertType.RISK_INCREASE, 10));
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
    void customersWhoHaveExitedAndDisabledConfigurationsRaiseNothing() {
        RiskMove exited = new RiskMove(0.3, 0.9, true, MORNING);
        AlertConfig disabled = new AlertConfig(2, false, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING);

        assertThat(AlertPolicies.decide(exited, AlertState.ARMED, DEFAULTS).due())
                .isEmpty();
        assertThat(AlertPolicies.decide(move(MORNING, 0.3, 0.9), AlertState.ARMED, disabled)
                        .due())
                .isEmpty();
    }

    @Property
    void whatDidNotMoveRaisesNothing(@ForAll @DoubleRange(min = 0, max = 1) double probability, @ForAll boolean armed) {
        AlertState state = new AlertState(armed, armed ? null : MORNING);

        assertThat(decide(probability, probability, state).due()).isEmpty();
    }

    @Property
    void betweenTwoHighRiskAlertsTheRiskWasWellBelowOrTheCooldownPassed(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> probabilities) {
        AlertState state = AlertState.ARMED;
        Double previous = null;
        List<Double> sinceAlert = null;
        for (double probability : probabilities) {
            AlertDecision decision = decide(previous, probability, state);
            if (decision.due().filter(due -> due.type() == AlertType.HIGH_RISK).isPresent()) {
                if (sinceAlert != null) {
                    assertThat(sinceAlert).anyMatch(p -> p < 0.7 - 0.05);
                }
                sinceAlert = new ArrayList<>();
            } else if (sinceAlert != null) {
                sinceAlert.add(probability);
            }
            state = decision.state();
            previous = probability;
        }
    }

    private static AlertType typeOf(AlertDecision decision) {
        return decision.due().orElseThrow().type();
    }

    private static AlertDecision decide(@Nullable Double baseline, double probability, AlertState state) {
        return decideAt(MORNING, baseline, probability, state);
    }

    private static AlertDecision decideAt(Instant at, @Nullable Double baseline, double probability, AlertState state) {
        return AlertPolicies.decide(move(at, baseline, probability), state, DEFAULTS);
    }

    private static RiskMove move(Instant at, @Nullable Double baseline, double probability) {
        return new RiskMove(baseline, probability, false, at);
    }

    private static AlertConfig config(IncreaseUnit unit, double increase, Duration cooldown) {
        return new AlertConfig(1, true, 0.7, increase, unit, 0.2, 0.05, cooldown.toSeconds(), MORNING);
    }
}
