package io.churnwatch.risk;

import io.churnwatch.feed.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One score of one customer: a row of {@code churn_risk_history} and a message of {@code churnwatch.risk-scored}.
 *
 * @param eventId the update that caused it
 * @param occurredAt when that update happened at the bank
 * @param loggedAt when Kafka took it: the pipeline's clock
 * @param scoredAt when it was scored, by the wall clock; for people, no rule looks at it
 * @param sequence 1, 2, 3 … per customer
 * @param probability of churn, in [0, 1]
 * @param previousProbability that of sequence − 1; null on first observation
 * @param riskChange relative to the previous probability, in percent; null on first observation or when that was 0
 * @param dataChange in points: what the new data moved under the current model; null on first observation, and when that model cannot
 *     score the old data
 * @param modelChange in points: what the new model moved on the old data; null as before
 * @param highRisk whether the probability is above the threshold in force
 * @param valueAtRisk in the balance's currency: probability × balance, unless the job's setting says otherwise; null when unknown
 * @param challengerVersion the model that scored in shadow at that log time; null when there was none
 * @param challengerProbability what it said; null when it could not say, or was not loaded yet
 * @param features what the model saw, by field name; unknown values are absent
 * @param reasons strongest first; empty where the one before still explains it, and when the model cannot be explained
 */
public record RiskScored(
        String eventId,
        long customerId,
        Instant occurredAt,
        Instant loggedAt,
        Instant scoredAt,
        long sequence,
        double probability,
        @Nullable Double previousProbability,
        @Nullable Double riskChange,
        @Nullable Double dataChange,
        @Nullable Double modelChange,
        boolean highRisk,
        RiskBand band,
        RiskTrend trend,
        @Nullable Double valueAtRisk,
        Cause cause,
        String modelVersion,
        long configVersion,
        @Nullable String challengerVersion,
        @Nullable Double challengerProbability,
        Map<String, AttributeValue> features,
        List<Reason> reasons) {

    public RiskScored {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability lies in [0, 1], not " + probability);
        }
        if (sequence < 1) {
            throw new IllegalArgumentException("The first score of a customer has sequence 1, not " + sequence);
        }
        features = Map.copyOf(features);
        reasons = List.copyOf(reasons);
    }

    /** The same score, explained. */
    public RiskScored because(List<Reason> reasons) {
        return new RiskScored(
                eventId,
                customerId,
                occurredAt,
                loggedAt,
                scoredAt,
                sequence,
                probability,
                previousProbability,
                riskChange,
                dataChange,
                modelChange,
                highRisk,
                band,
                trend,
                valueAtRisk,
                cause,
                modelVersion,
                configVersion,
                challengerVersion,
                challengerProbability,
                features,
                reasons);
    }
}
