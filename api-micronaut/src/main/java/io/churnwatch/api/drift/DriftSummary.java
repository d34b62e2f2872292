package io.churnwatch.api.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a drift report.
 *
 * @param modelVersion the champion of that time
 * @param drifted the fields that had drifted, the furthest first
 * @param trainingJob that it had queued, if any
 * @param realised how good scores and alerts of a horizon ago turned out to be, by the model of that time
 */
@Serdeable.Serializable
public record DriftSummary(
        long id,
        Instant checkedAt,
        String modelVersion,
        DriftVerdict verdict,
        List<String> drifted,
        @Nullable Long trainingJob,
        List<RealisedQuality> realised) {

    public DriftSummary {
        drifted = List.copyOf(drifted);
        realised = List.copyOf(realised);
    }

    static DriftSummary of(DriftReport report) {
        return new DriftSummary(
                report.id(),
                report.checkedAt(),
                report.modelVersion(),
                report.verdict(),
                report.drifted().stream().map(FieldDrift::field).toList(),
                report.trainingJob(),
                report.realised());
    }
}
