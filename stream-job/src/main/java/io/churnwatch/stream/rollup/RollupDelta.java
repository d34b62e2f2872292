package io.churnwatch.stream.rollup;

import org.jspecify.annotations.Nullable;

/**
 * The changes in one bin of one geography within a minute.
 *
 * @param geography null when unknown
 * @param minute of log time, since 1970
 */
public record RollupDelta(@Nullable String geography, int bin, long minute, RiskSum change) {
    /** No profile's text holds this character, so it is no geography; a key must not be null. */
    private static final String UNKNOWN = "\0";

    String geographyKey() {
        return geography == null ? UNKNOWN : geography;
    }

    static @Nullable String geographyOf(String key) {
        return key.equals(UNKNOWN) ? null : key;
    }
}
