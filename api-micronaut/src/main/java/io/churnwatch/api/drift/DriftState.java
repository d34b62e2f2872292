package io.churnwatch.api.drift;

import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of drift.
 *
 * @param report the newest; null when nobody has looked yet
 * @param recent newest first, with that one
 */
@Serdeable.Serializable
@SerdeImport(DriftReport.class)
@SerdeImport(FieldDrift.class)
@SerdeImport(ChallengerComparison.class)
@SerdeImport(BandChange.class)
@SerdeImport(RealisedQuality.class)
@SerdeImport(RealisedQuality.Scores.class)
@SerdeImport(RealisedQuality.Alerts.class)
public record DriftState(@Nullable DriftReport report, List<DriftSummary> recent) {
    public DriftState {
        recent = List.copyOf(recent);
    }
}
