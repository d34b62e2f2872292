package io.churnwatch.stream.rollup;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * The counts of an operator for each of its keys, and those yet to be written: what has changed, and the first time
 * since the task began everything, as an attempt before may have written other values.
 */
final class RollupState<K, V> {
    private final MapState<K, V> all;
    private final MapState<K, V> unwritten;
    private final Set<String> written = new HashSet<>(); // keys of the operator, since the task began

    /** The state of that name, and the one of what is unwritten beside it. */
    RollupState(RuntimeContext context, String name, TypeInformation<K> key, TypeInformation<V> value) {
        all = context.getMapState(new MapStateDescriptor<>(name, key, value));
        unwritten = context.getMapState(new MapStateDescriptor<>("unwritten-" + name, key, value));
    }

    @Nullable
    V get(K key) throws Exception {
        return all.get(key);
    }

    void put(K key, V value) throws Exception {
        all.put(key, value);
        unwritten.put(key, value);
    }

    /** To be written now, of the operator's current key; {@link #clearUnwritten} once it is. */
    Iterable<Map.Entry<K, V>> unwritten(String currentKey) throws Exception {
        return written.add(currentKey) ? all.entries() : unwritten.entries();
    }

    void clearUnwritten() {
        unwritten.clear();
    }
}
