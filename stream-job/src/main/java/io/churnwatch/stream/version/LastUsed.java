package io.churnwatch.stream.version;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Evicts the least recently used entry as soon as it holds more than its maximum. Not thread-safe. Caffeine is no substitute: it admits
 * by frequency, so a model that has just been announced loses its place to models of long ago, and the stream waits for it.
 */
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
