package io.churnwatch.stream.version;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Versions by the time from which they are in force. Not thread-safe.
 *
 * @param <V> a version
 */
final class VersionTimeline<V> {
    private final TreeMap<Instant, V> versions = new TreeMap<>();

    /** Adds a version; false for one that is known already. */
    boolean add(Instant effectiveAt, V version) {
        return !version.equals(versions.put(effectiveAt, version));
    }

    /** Forgets a version that turned out unusable; the one before it stays in force. */
    void remove(V version) {
        versions.values().remove(version);
    }

    /** The version in force at a log time; what is older than the first version is judged by it. */
    Optional<V> at(Instant logTime) {
        Optional<V> inForce = notAfter(logTime);
        return inForce.isPresent() ? inForce : of(versions.firstEntry());
    }

    /** The version in force at a log time; none for what is older than the first. */
    Optional<V> notAfter(Instant logTime) {
        return of(versions.floorEntry(logTime));
    }

    /** The version that stays in force when no other comes. */
    Optional<V> latest() {
        return of(versions.lastEntry());
    }

    private static <V> Optional<V> of(Map.@Nullable Entry<Instant, V> entry) {
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }
}
