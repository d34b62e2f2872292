package io.churnwatch.stream.version;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Versions by the time from which they are in force. Not thread-safe.
 *
 * @param <V> a version
 */
final class VersionTimeline<V> {
    private final TreeMap<Instant, V> versions = new TreeMap<>();

    /** Adds a version; one that is known already changes nothing. */
    void add(Instant effectiveAt, V version) {
        versions.put(effectiveAt, version);
    }

    /** Forgets a version that turned out unusable; the one before it stays in force. */
    void remove(V version) {
        versions.values().remove(version);
    }

    /** The version in force at a log time; what is older than the first version is judged by it. */
    Optional<V> at(Instant logTime) {
        Map.Entry<Instant, V> latest = versions.floorEntry(logTime);
        if (latest != null) {
            return Optional.of(latest.getValue());
        }
        return Optional.ofNullable(versions.firstEntry()).map(Map.Entry::getValue);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }
}
