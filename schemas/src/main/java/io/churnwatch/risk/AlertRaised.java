package io.churnwatch.risk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert for a person, raised once: a row of {@code alert_history} and a message of {@code churnwatch.risk-alerts}.
 *
 * @param alertId a name-based UUID of customer, rule and event: a replay raises the same id
 * @param eventId the update that raised it
 * @param raisedAt log time of that update
 * @param previousProbability null on first observation
 * @param riskChange relative, in percent; null where undefined
 * @param threshold the threshold that was passed: a probability for HIGH_RISK; percent or points for RISK_INCREASE
 * @param reasons why the risk is high
 * @param deltaReasons why it rose
 */
public record AlertRaised(
        String alertId,
        AlertType alertType,
        long customerId,
        String eventId,
        Instant raisedAt,
        double probability,
        @Nullable Double previousProbability,
        @Nullable Double riskChange,
        double threshold,
        RiskBand band,
        String modelVersion,
        long configVersion,
        List<Reason> reasons,
        List<Reason> deltaReasons) {

    public AlertRaised {
        reasons = List.copyOf(reasons);
        deltaReasons = List.copyOf(deltaReasons);
    }

    /** The same alert with its reasons. */
    public AlertRaised withReasons(List<Reason> reasons, List<Reason> deltaReasons) {
        return new AlertRaised(
                alertId,
                alertType,
                customerId,
                eventId,
                raisedAt,
                probability,
                previousProbability,
                riskChange,
                threshold,
                band,
                modelVersion,
                configVersion,
                reasons,
                deltaReasons);
    }
}
