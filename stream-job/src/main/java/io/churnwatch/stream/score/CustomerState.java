package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.scoring.alert.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The job's memory of a customer. It is stored in checkpoints and savepoints: fields may be added (they read back as
 * null or 0) and removed, never renamed or retyped.
 *
 * @param profile what was scored last
 * @param lastScore null before the first
 * @param erasedAt log time of the erasure; null for a living customer
 */
public record CustomerState(
        CustomerProfile profile,
        FieldStamps stamps,
        RecentEvents recentEvents,
        @Nullable LastScore lastScore,
        AlertState alerts,
        @Nullable Instant erasedAt) {
    /** The state of a customer never seen before. */
    static final CustomerState UNSEEN = new CustomerState(
            CustomerProfile.UNKNOWN, FieldStamps.NONE, RecentEvents.NONE, null, AlertState.ARMED, null);

    /** The state of an erased customer: only the time of the erasure. */
    static CustomerState erased(Instant at) {
        return new CustomerState(
                UNSEEN.profile, UNSEEN.stamps, UNSEEN.recentEvents, UNSEEN.lastScore, UNSEEN.alerts, at);
    }

    /** The state after an update that changed nothing else. */
    CustomerState remembering(CustomerUpdate update) {
        return new CustomerState(profile, stamps, recentEvents.with(update), lastScore, alerts, erasedAt);
    }

    boolean isFirstObservation() {
        return lastScore == null;
    }

    /** False for a customer without any data: junk must not fill the state. */
    boolean isWorthKeeping() {
        return lastScore != null || erasedAt != null;
    }
}
