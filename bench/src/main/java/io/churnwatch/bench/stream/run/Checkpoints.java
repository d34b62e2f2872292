package io.churnwatch.bench.stream.run;

/**
 * A run's checkpoints, as Flink reports them.
 *
 * @param completed how many
 * @param stateBytes of the latest: what a restart would read
 * @param writtenBytes of the latest: what was not in the one before
 * @param millis that one took on average
 * @param millisMax that the longest took
 */
public record Checkpoints(long completed, long stateBytes, long writtenBytes, long millis, long millisMax) {
    static final Checkpoints NONE = new Checkpoints(0, 0, 0, 0, 0);
}
