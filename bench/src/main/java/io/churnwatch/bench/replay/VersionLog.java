package io.churnwatch.bench.replay;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.ChurnModel;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The log of versions: champions and alert configurations, each oldest first. */
record VersionLog(List<Champion> champions, List<AlertConfig> configs) {
    record Champion(String modelVersion, ChurnModel model, Instant effectiveAt) {}

    Champion championAt(Instant logTime) {
        return inForce(champions, Champion::effectiveAt, logTime);
    }

    AlertConfig configAt(Instant logTime) {
        return inForce(configs, AlertConfig::effectiveAt, logTime);
    }

    /** The latest version that is not after the time; the first one for what is older than all. */
    private static <V> V inForce(List<V> versions, Function<V, Instant> effectiveAt, Instant logTime) {
        V inForce = versions.get(0);
        for (V version : versions) {
            if (!effectiveAt.apply(version).isAfter(logTime)) {
                inForce = version;
            }
        }
        return inForce;
    }
}
