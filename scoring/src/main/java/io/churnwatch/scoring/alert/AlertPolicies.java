package io.churnwatch.scoring.alert;

import io.churnwatch.model.AlertConfig;
import java.util.List;
import java.util.Optional;

/** The rules, strongest first: when two hold, the first one speaks. */
public final class AlertPolicies {
    private static final List<AlertRule> ALL = List.of(AlertRule.HIGH_RISK, AlertRule.RISK_INCREASE);

    /**
     * Which alert the move raises, if any, and what is remembered after it. A pure function: it knows no clock but the move's, and
     * never raises an alert when the configuration is disabled or the customer has left already.
     *
     * @param state what {@link AlertDecision#state} said after the move before; {@link AlertState#ARMED} for the first
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
