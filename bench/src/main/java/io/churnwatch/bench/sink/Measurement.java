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
    double rowsPerSecond() {
        return rows / seconds;
    }
}
