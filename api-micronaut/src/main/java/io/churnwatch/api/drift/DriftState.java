package io.churnwatch.api.drift;

import io.churnwatch.store.drift.DriftReport;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest drift report and the recent ones.
 *
 * @param report the newest; null before the first
 * @param recent newest first, with that one
 */
@Serdeable.Serializable
public record DriftState(@Nullable DriftReport report, List<DriftSummary> recent) {
    public DriftState {
        recent = List.copyOf(recent);
    }
}
