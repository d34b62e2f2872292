package io.churnwatch.scoring.alert;

import io.churnwatch.risk.AlertType;
import java.util.Optional;

/**
 * The outcome of the alert rules for one move.
 *
 * @param due the alert to raise, if any
 * @param state what is remembered from now on
 */
public record AlertDecision(Optional<Due> due, AlertState state) {
    /**
     * An alert to raise.
     *
     * @param type of the rule that is due
     * @param threshold that was passed: a probability for HIGH_RISK; percent or points for RISK_INCREASE
     */
    public record Due(AlertType type, double threshold) {}
}
