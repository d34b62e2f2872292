package io.churnwatch.api.rescore;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * The progress of rescoring under one promotion: a row of {@code rescore_run}, and the next step.
 *
 * @param customers how many had a score when it began
 * @param pass the first takes all customers, a later one those that still have a score by another model
 * @param lastCustomerId all up to here were sent a RESCORE in this pass
 * @param sent how many were sent in all passes
 * @param idle how long ago the cursor moved
 * @param isPassSent whether the pass came to its end
 * @param remaining how many latest scores are by another model, as last counted; null before the first count
 * @param unchanged for how long that number has been the same
 * @param remainingBefore the number when this pass began
 */
record RescoreRun(
        long promotionId,
        String modelVersion,
        long customers,
        int pass,
        long lastCustomerId,
        long sent,
        Duration idle,
        boolean isPassSent,
        @Nullable Long remaining,
        Duration unchanged,
        long remainingBefore) {

    /** A running job handles the messages on their way within this time. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration BURST_MAX = Duration.ofSeconds(1);
    private static final Duration COUNT_PAUSE_MIN = Duration.ofSeconds(1);
    private static final Duration COUNT_PAUSE_MAX = Duration.ofMinutes(1);

    /** The step after a count of the latest scores by another model. */
    enum Step {
        /** Count again later: the job has not handled all messages yet, or rejected some. */
        WAIT,
        /** Some were missed, such as a customer whose first score was on its way when the cursor passed. */
        NEXT_PASS,
        FINISH
    }

    static RescoreRun of(RowView row) {
        return new RescoreRun(
                row.getColumn("promotion_id", Long.class),
                row.getColumn("to_version", String.class),
                row.getColumn("customers", Long.class),
                row.getColumn("pass", Integer.class),
                row.getColumn("last_customer_id", Long.class),
                row.getColumn("sent", Long.class),
                seconds(row.getColumn("idle_seconds", Double.class)),
                row.getColumn("sent_at", Instant.class) != null,
                row.getColumn("remaining_since", Instant.class) == null ? null : row.getColumn("remaining", Long.class),
                seconds(row.getColumn("unchanged_seconds", Double.class)),
                row.getColumn("remaining_before", Long.class));
    }

    /** Is the same for every repetition, so that the job drops a customer's second RESCORE of one promotion. */
    String eventId(long customerId) {
        return "rescore-" + promotionId + "-" + customerId;
    }

    /** Returns how many may be sent now within the rate; at most one second of unused time is made up. */
    int allowance(int perSecond) {
        Duration counted = idle.compareTo(BURST_MAX) < 0 ? idle : BURST_MAX;
        return (int) (perSecond * counted.toNanos() / BURST_MAX.toNanos());
    }

    boolean isOfOthersOnly() {
        return pass > 1;
    }

    /**
     * A pass is repeated for the customers it missed only if the job has made progress since it began: while the job is down
     * nothing changes, and it would reject again what it rejected before (a value that the new model needs is missing).
     */
    Step after(long counted) {
        boolean same = remaining != null && remaining == counted;
        if (same && counted == 0) {
            return Step.FINISH; // twice: a row that another task writes may be a moment behind
        }
        boolean settled = same && unchanged.compareTo(SETTLED) >= 0;
        return settled && counted != remainingBefore ? Step.NEXT_PASS : Step.WAIT;
    }

    /** Counting scans the table: the longer nothing changes, the rarer the counts. */
    Duration pauseBeforeCount() {
        Duration quarter = unchanged.dividedBy(4);
        if (quarter.compareTo(COUNT_PAUSE_MIN) < 0) {
            return COUNT_PAUSE_MIN;
        }
        return quarter.compareTo(COUNT_PAUSE_MAX) < 0 ? quarter : COUNT_PAUSE_MAX;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }
}
