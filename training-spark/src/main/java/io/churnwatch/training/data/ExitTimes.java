package io.churnwatch.training.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times at which customers left.
 *
 * @param known of how many of them
 * @param first when the first of these left; null when it is known of nobody
 * @param last when the last of them did
 */
public record ExitTimes(
        long known, @Nullable Instant first, @Nullable Instant last) {
    public static final ExitTimes NONE = new ExitTimes(0, null, null);

    /** Returns whether they distinguish earlier from later exits. */
    boolean differ() {
        return first != null && !first.equals(last);
    }
}
