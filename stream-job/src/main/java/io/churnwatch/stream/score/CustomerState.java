package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.scoring.KeyedScore;
import io.churnwatch.scoring.alert.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the job remembers of a customer. Stored in checkpoints and savepoints: fields may be added (they read back as
 * null or 0) and removed, never renamed or retyped.
 *
 * @param profile what was scored last
 * @param sequence of the last score; 0 before the first
 * @param probability the last score
 * @param modelVersion the model of the last score
 * @param highRisk whether the last score was above the threshold; null in state that was written before it was kept
 * @param valueAtRisk of the last score; null when unknown, and where {@code highRisk} is
 * @param splitKey by which that model knows an unchanged customer; empty in state that was written before there were keys
 * @param recentScores newest last, for the trend
 * @param erasedAt log time of the erasure; null for a living customer
 */
public record CustomerState(
        CustomerProfile profile,
        FieldStamps stamps,
        long sequence,
        double probability,
        String modelVersion,
        @Nullable Boolean highRisk,
        @Nullable Double valueAtRisk,
        long[] splitKey,
        RecentEvents recentEvents,
        double[] recentScores,
        AlertState alerts,
        @Nullable Instant erasedAt) {

    public CustomerState {
        splitKey = splitKey == null ? KeyedScore.NONE.key() : splitKey;
    }

    /** Of a customer never seen before. */
    static final CustomerState UNSEEN = new CustomerState(
            CustomerProfile.UNKNOWN,
            FieldStamps.NONE,
            0,
            0,
            "",
            null,
            null,
            KeyedScore.NONE.key(),
            RecentEvents.NONE,
            new double[0],
            AlertState.ARMED,
            null);

    /** All that is remembered of an erased customer: that, and since when. */
    static CustomerState erased(Instant at) {
        return new CustomerState(
                UNSEEN.profile,
                UNSEEN.stamps,
                0,
                0,
                "",
                null,
                null,
                UNSEEN.splitKey,
                UNSEEN.recentEvents,
                UNSEEN.recentScores,
                UNSEEN.alerts,
                at);
    }

    /** What that model said last; {@link KeyedScore#NONE} when another one did. */
    KeyedScore lastScoreBy(String version) {
        return modelVersion.equals(version) ? new KeyedScore(probability, splitKey) : KeyedScore.NONE;
    }

    boolean isFirstObservation() {
        return sequence == 0;
    }

    /** False for a customer of whom nothing is known: junk must not fill the state. */
    boolean isWorthKeeping() {
        return sequence > 0 || erasedAt != null;
    }

    CustomerState remembering(CustomerUpdate update) {
        return new CustomerState(
                profile,
                stamps,
                sequence,
                probability,
                modelVersion,
                highRisk,
                valueAtRisk,
                splitKey,
                recentEvents.with(update),
                recentScores,
                alerts,
                erasedAt);
    }
}
