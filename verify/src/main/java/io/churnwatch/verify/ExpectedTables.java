package io.churnwatch.verify;

import io.churnwatch.feed.CustomerProfile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows and messages that the job must have written.
 *
 * @param scores by {@link ExpectedScore#key}
 * @param alerts by alert id
 * @param deadLetters the reason's code by the record's identity
 * @param exits the customer's id by {@link Tables#outcome}
 * @param profiles of every customer who is not erased
 * @param repeats how many records repeated an event that was seen before
 */
record ExpectedTables(
        Map<String, ExpectedScore> scores,
        Map<String, ExpectedAlert> alerts,
        Map<String, String> deadLetters,
        Map<String, Long> exits,
        Map<Long, CustomerProfile> profiles,
        int repeats) {

    /** The last score of each customer. */
    Map<Long, ExpectedScore> latest() {
        Map<Long, ExpectedScore> latest = new LinkedHashMap<>();
        scores.values()
                .forEach(score -> latest.merge(
                        score.customerId(), score, (one, other) -> one.sequence() > other.sequence() ? one : other));
        return latest;
    }
}
