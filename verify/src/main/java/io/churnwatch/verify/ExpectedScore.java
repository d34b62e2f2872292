package io.churnwatch.verify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code churn_risk_history}, but for its id, {@code scored_at} and the JSON columns. */
record ExpectedScore(
        String eventId,
        long customerId,
        Instant timestamp,
        Instant loggedAt,
        long sequence,
        double probability,
        @Nullable Double previous,
        @Nullable Double riskChange,
        @Nullable Double dataChange,
        @Nullable Double modelChange,
        boolean highRisk,
        String modelVersion,
        long configVersion,
        String cause,
        @Nullable String challengerVersion,
        @Nullable Double challengerProbability) {

    /** The key of the row. */
    static String key(long customerId, String eventId) {
        return eventId + " of " + customerId;
    }

    /** The same of a challenger that had not been loaded. */
    ExpectedScore withoutChallengerProbability() {
        return new ExpectedScore(
                eventId,
                customerId,
                timestamp,
                loggedAt,
                sequence,
                probability,
                previous,
                riskChange,
                dataChange,
                modelChange,
                highRisk,
                modelVersion,
                configVersion,
                cause,
                challengerVersion,
                null);
    }
}
