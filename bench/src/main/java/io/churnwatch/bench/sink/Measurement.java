package io.churnwatch.bench.sink;

/**
 * Rows that one contender has written.
 *
 * @param seconds from the first to the last commit
 * @param clientSeconds of CPU in this process
 * @param serverSeconds of CPU in PostgreSQL, with what it does beside our connection
 */
record Measurement(
        String contender, String title, int rows, double seconds, double clientSeconds, double serverSeconds) {
    private static final double MICROS = 1e6;

    double rowsPerSecond() {
        return rows / seconds;
    }

    double clientMicros() {
        return clientSeconds / rows * MICROS;
    }

    double serverMicros() {
        return serverSeconds / rows * MICROS;
    }
}
