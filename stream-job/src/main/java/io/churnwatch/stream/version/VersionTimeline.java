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

    /** Adds a version; returns false if it is already known. */
    boolean add(Instant effectiveAt, V version) {
        return !version.equals(versions.put(effectiveAt, version));
    }

    /** Removes a version that proved unusable; the one before it stays in force. */
    void remove(V version) {
        versions.values().remove(version);
    }

    /** Returns the version in force at a log time; the first version also judges what is older. */
    Optional<V> at(Instant logTime) {
        Optional<V> inForce = notAfter(logTime);
        return inForce.isPresent() ? inForce : of(versions.firstEntry());
    }

    /** Returns the version in force at a log time; empty before the first one. */
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
