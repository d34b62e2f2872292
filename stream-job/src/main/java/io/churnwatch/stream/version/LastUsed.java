package io.churnwatch.stream.version;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what nobody asked for in the longest time, as soon as it holds more than it may. Not thread-safe. */
final class LastUsed<K, V> extends LinkedHashMap<K, V> {
    private final int sizeMax;

    LastUsed(int sizeMax) {
        super(16, 0.75f, true);
        this.sizeMax = sizeMax;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > sizeMax;
    }
}
