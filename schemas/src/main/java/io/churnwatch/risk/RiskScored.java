package io.churnwatch.risk;

import io.churnwatch.feed.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One score of one customer: a row of {@code churn_risk_history} and a message of {@code churnwatch.risk-scored}. Its parts are
 * records in which no two neighbours have the same type, so that swapped values do not compile.
 *
 * @param trigger the update that caused it
 * @param turn the score's place in the customer's history
 * @param scoredAt when it was scored, by the wall clock; for people only, no rule reads it
 * @param previous what it is compared with; null on first observation
 * @param valueAtRisk in the balance's currency: probability × balance, or the job's own formula; null when unknown
 * @param challenger the model that scored in shadow at that log time; null when there was none
 * @param features what the model saw, by field name; unknown values are absent
 * @param reasons strongest first; empty where the one before still explains it, and when the model cannot be explained
 */
public record RiskScored(
        Trigger trigger,
        Turn turn,
        Instant scoredAt,
        Risk risk,
        @Nullable Previous previous,
        @Nullable Double valueAtRisk,
        Versions versions,
        @Nullable ShadowScore challenger,
        Map<String, AttributeValue> features,
        List<Reason> reasons) {

    public RiskScored {
        features = Map.copyOf(features);
        reasons = List.copyOf(reasons);
    }

    /**
     * The update that caused a score.
     *
     * @param occurredAt when it happened at the bank
     */
    public record Trigger(String eventId, long customerId, Instant occurredAt, Cause cause) {}

    /**
     * The place of a score in its customer's history.
     *
     * @param sequence 1, 2, 3 … per customer
     * @param loggedAt when Kafka took the update: the pipeline's clock
     */
    public record Turn(long sequence, Instant loggedAt) {
        public Turn {
            if (sequence < 1) {
                throw new IllegalArgumentException("The first score of a customer has sequence 1, not " + sequence);
            }
        }
    }

    /**
     * How high the risk is.
     *
     * @param probability of churn, in [0, 1]
     * @param highRisk whether it is above the threshold in force
     */
    public record Risk(double probability, boolean highRisk, RiskBand band, RiskTrend trend) {
        public Risk {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability lies in [0, 1], not " + probability);
            }
        }
    }

    /**
     * The score before, of sequence − 1.
     *
     * @param baseline null when the current model cannot score the old data
     */
    public record Previous(double probability, @Nullable Baseline baseline) {}

    /** The current model's score of the old data. */
    public record Baseline(double probability) {}

    /** The versions that the score and its alerts depend on. */
    public record Versions(String modelVersion, long configVersion) {}

    /**
     * The challenger's score.
     *
     * @param probability null when the challenger could not score, or was not loaded yet
     */
    public record ShadowScore(String modelVersion, @Nullable Double probability) {}

    public String eventId() {
        return trigger.eventId();
    }

    public long customerId() {
        return trigger.customerId();
    }

    public double probability() {
        return risk.probability();
    }

    /** The probability before; null on first observation. */
    public @Nullable Double previousProbability() {
        return previous == null ? null : previous.probability();
    }

    /** The change relative to the previous probability, in percent; null on first observation or when that was 0. */
    public @Nullable Double riskChange() {
        return previous == null || previous.probability() == 0
                ? null
                : 100 * (probability() - previous.probability()) / previous.probability();
    }

    /** The part of the change in points that the new data caused under the current model; null without a baseline. */
    public @Nullable Double dataChange() {
        Baseline baseline = baseline();
        return baseline == null ? null : probability() - baseline.probability();
    }

    /** The part of the change in points that the new model caused on the old data; null without a baseline. */
    public @Nullable Double modelChange() {
        return previous == null || previous.baseline() == null
                ? null
                : previous.baseline().probability() - previous.probability();
    }

    /** Returns the current model's score of the data before; null on first observation and when it refuses them. */
    public @Nullable Baseline baseline() {
        return previous == null ? null : previous.baseline();
    }

    public @Nullable String challengerVersion() {
        return challenger == null ? null : challenger.modelVersion();
    }

    public @Nullable Double challengerProbability() {
        return challenger == null ? null : challenger.probability();
    }

    /** The same score with its reasons. */
    public RiskScored withReasons(List<Reason> reasons) {
        return new RiskScored(
                trigger, turn, scoredAt, risk, previous, valueAtRisk, versions, challenger, features, reasons);
    }
}
