package io.churnwatch.scoring.jpmml;

import java.time.Duration;
import java.util.Locale;

/** How many rows were scored, and how fast. */
record Throughput(long rows, Duration time) {
    long rowsPerSecond() {
        return Math.round(rows / (Math.max(1, time.toNanos()) / 1e9));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "scored %,d rows in %.1f s: %,d rows/s", rows, time.toNanos() / 1e9, rowsPerSecond());
    }
}
