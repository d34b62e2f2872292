package io.churnwatch.verify;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.ChurnModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The log of versions, each oldest first.
 *
 * @param champions that were not refused
 */
record VersionLog(List<Champion> champions, List<Challenger> challengers, List<AlertConfig> configs) {
    record Champion(String modelVersion, ChurnModel model, Instant effectiveAt) {}

    /**
     * A model that scored in shadow.
     *
     * @param model null when it is refused
     */
    record Challenger(String modelVersion, @Nullable ChurnModel model, Instant effectiveAt) {}

    Champion championAt(Instant logTime) {
        return inForce(champions, Champion::effectiveAt, logTime);
    }

    /** The latest that is not after the time, unless it is the champion. */
    Optional<Challenger> challengerAt(Instant logTime, Champion champion) {
        Optional<Challenger> latest = challengers.stream()
                .filter(challenger -> !challenger.effectiveAt().isAfter(logTime))
                .reduce((earlier, later) -> later);
        return latest.filter(challenger -> !challenger.modelVersion().equals(champion.modelVersion()));
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
