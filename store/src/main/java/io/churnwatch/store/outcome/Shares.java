package io.churnwatch.store.outcome;

import org.jspecify.annotations.Nullable;

/** A part of a whole. */
final class Shares {
    /** From 0 to 1; null of nothing. */
    static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private Shares() {}
}
