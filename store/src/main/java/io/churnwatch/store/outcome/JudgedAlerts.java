package io.churnwatch.store.outcome;

import org.jspecify.annotations.Nullable;

/** How many alerts turned out how. */
record JudgedAlerts(long hits, long falseAlarms, long immature, long erased) {
    static final JudgedAlerts NONE = new JudgedAlerts(0, 0, 0, 0);

    long alerts() {
        return hits + falseAlarms + immature + erased;
    }

    /** Of those that can be judged; null when there are none. */
    @Nullable
    Double precision() {
        return Shares.of(hits, hits + falseAlarms);
    }
}
