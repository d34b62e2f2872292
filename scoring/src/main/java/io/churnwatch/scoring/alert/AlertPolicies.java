package io.churnwatch.scoring.alert;

import io.churnwatch.model.AlertConfig;
import java.util.List;
import java.util.Optional;

/** The alert rules, strongest first: when two are due, the first one raises the alert. */
public final class AlertPolicies {
    private static final List<AlertRule> ALL = List.of(AlertRule.HIGH_RISK, AlertRule.RISK_INCREASE);

    /**
     * The alert that the move raises, if any, and the state after it. A pure function: its only clock is the move's time. It never
     * raises an alert when the configuration is disabled or the customer has already left.
     *
     * @param state the {@link AlertDecision#state} after the previous move; {@link AlertState#ARMED} for the first
     * @param config in force at the time of the move
     */
    public static AlertDecision decide(RiskMove move, AlertState state, AlertConfig config) {
        Optional<AlertRule> due = dueRule(move, state, config);
        boolean highRisk = due.filter(rule -> rule == AlertRule.HIGH_RISK).isPresent();
        return new AlertDecision(
                due.map(rule -> new AlertDecision.Due(rule.type(), rule.threshold(config))),
                highRisk ? new AlertState(false, move.at()) : afterQuiet(move, state, config));
    }

    private static Optional<AlertRule> dueRule(RiskMove move, AlertState state, AlertConfig config) {
        if (!config.enabled() || move.exited()) {
            return Optional.empty();
        }
        return ALL.stream().filter(rule -> rule.isDue(move, state, config)).findFirst();
    }

    private static AlertState afterQuiet(RiskMove move, AlertState state, AlertConfig config) {
        boolean wellBelow = move.probability() < config.highRiskThreshold() - config.hysteresis();
        return new AlertState(state.highRiskArmed() || wellBelow, state.lastHighRiskAt());
    }

    private AlertPolicies() {}
}
