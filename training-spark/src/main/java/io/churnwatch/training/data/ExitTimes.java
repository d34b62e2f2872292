package io.churnwatch.training.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times at which customers left.
 *
 * @param known how many of them are known
 * @param first the first of these; null when none is known
 * @param last the last of these; null when none is known
 */
public record ExitTimes(
        long known, @Nullable Instant first, @Nullable Instant last) {
    public static final ExitTimes NONE = new ExitTimes(0, null, null);

    /** Returns whether they distinguish earlier from later exits. */
    boolean differ() {
        return first != null && !first.equals(last);
    }
}
