package io.churnwatch.store.outcome;

import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** How many exits were to be foreseen, how many were, and how long before. */
record DueExits(long exits, long foreseen, @Nested LeadDays leadDays) {
    static final DueExits NONE = new DueExits(0, 0, LeadDays.NONE);

    /** Quantiles of the days from the first alert to the exit; null when no exit was foreseen. */
    record LeadDays(
            @Nullable Double p10,
            @Nullable Double median,
            @Nullable Double p90) {
        static final LeadDays NONE = new LeadDays(null, null, null);
    }

    /** Null when there was nothing to foresee. */
    @Nullable
    Double recall() {
        return Shares.of(foreseen, exits);
    }
}
