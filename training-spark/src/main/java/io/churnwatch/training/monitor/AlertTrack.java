package io.churnwatch.training.monitor;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.alert.AlertDecision;
import io.churnwatch.scoring.alert.AlertPolicies;
import io.churnwatch.scoring.alert.AlertState;
import io.churnwatch.scoring.alert.RiskMove;
import java.time.Instant;

/**
 * The alerts that the rules would raise for one present customer by the scores of one model. The first score of a window raises
 * none, because the score before it is unknown. Not thread-safe.
 */
final class AlertTrack {
    private final AlertConfig config;
    private double probability;
    private AlertState state;

    AlertTrack(AlertConfig config, double first, Instant at) {
        this.config = config;
        this.probability = first;
        this.state = first > config.highRiskThreshold() ? new AlertState(false, at) : AlertState.ARMED;
    }

    /** Whether the next score raises an alert. */
    boolean raises(double next, Instant at) {
        AlertDecision decision = AlertPolicies.decide(new RiskMove(probability, next, false, at), state, config);
        probability = next;
        state = decision.state();
        return decision.due().isPresent();
    }
}
