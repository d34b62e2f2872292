package io.churnwatch.scoring.alert;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertType;
import java.time.Instant;

/** When an alert of one type is due: a pure function of the move, what is remembered, and the configuration in force. */
enum AlertRule {
    /** Data moved the probability from the threshold or below to above it, while armed. */
    HIGH_RISK(AlertType.HIGH_RISK) {
        @Override
        boolean isDue(RiskMove move, AlertState state, AlertConfig config) {
            double threshold = config.highRiskThreshold();
            boolean crossed =
                    move.probability() > threshold && (move.baseline() == null || move.baseline() <= threshold);
            return crossed && isArmed(move, state, config);
        }

        @Override
        double threshold(AlertConfig config) {
            return config.highRiskThreshold();
        }
    },

    /** Data raised the probability by more than the threshold in one step, to a probability that matters. */
    RISK_INCREASE(AlertType.RISK_INCREASE) {
        @Override
        boolean isDue(RiskMove move, AlertState state, AlertConfig config) {
            Double baseline = move.baseline();
            return baseline != null
                    && move.probability() >= config.minProbability()
                    && increase(baseline, move.probability(), config.increaseUnit()) > config.riskIncreaseThreshold();
        }

        @Override
        double threshold(AlertConfig config) {
            return config.riskIncreaseThreshold();
        }
    };

    private final AlertType type;

    AlertRule(AlertType type) {
        this.type = type;
    }

    abstract boolean isDue(RiskMove move, AlertState state, AlertConfig config);

    /** The threshold that the rule compares the move with. */
    abstract double threshold(AlertConfig config);

    AlertType type() {
        return type;
    }

    /** Re-armed below threshold − hysteresis, or when the cooldown since the last alert has passed. */
    private static boolean isArmed(RiskMove move, AlertState state, AlertConfig config) {
        Double baseline = move.baseline();
        boolean wasWellBelow = baseline == null || baseline < config.highRiskThreshold() - config.hysteresis();
        return state.highRiskArmed() || wasWellBelow || cooldownHasPassed(move.at(), state, config);
    }

    private static boolean cooldownHasPassed(Instant now, AlertState state, AlertConfig config) {
        Instant last = state.lastHighRiskAt();
        return config.cooldownSeconds() > 0 && last != null && !now.isBefore(last.plus(config.cooldown()));
    }

    /** In the unit's measure; from a probability of 0 a relative increase is undefined and never due. */
    private static double increase(double baseline, double probability, IncreaseUnit unit) {
        return switch (unit) {
            case POINTS -> 100 * (probability - baseline);
            case RELATIVE -> baseline == 0 ? Double.NaN : 100 * (probability - baseline) / baseline;
        };
    }
}
