package io.churnwatch.api.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param modelVersion the champion whose live customers were held against its training
 * @param windowFrom log time of the first events that were looked at
 * @param events that it scored in the window
 * @param customers of those events; the newest of each counts
 * @param verdict the worst of the fields
 * @param decision what was done about it, or why nothing
 * @param trainingJob that it had filed, if any
 * @param fields the furthest from the training first
 * @param challenger null when none scored the same events
 * @param realised how good scores and alerts of a horizon ago turned out to be, by the model of that time
 */
@Serdeable.Serializable
@SerdeImport(FieldDrift.class)
@SerdeImport(RealisedQuality.class)
@SerdeImport(RealisedQuality.Scores.class)
@SerdeImport(RealisedQuality.Alerts.class)
public record DriftDetail(
        long id,
        Instant checkedAt,
        String modelVersion,
        Instant windowFrom,
        Instant windowTo,
        long events,
        long customers,
        DriftVerdict verdict,
        String decision,
        @Nullable Long trainingJob,
        List<FieldDrift> fields,
        @Nullable ChallengerAside challenger,
        List<RealisedQuality> realised) {

    public DriftDetail {
        fields = List.copyOf(fields);
        realised = List.copyOf(realised);
    }

    static DriftDetail of(DriftReport report) {
        DriftFindings findings = report.findings();
        return new DriftDetail(
                report.id(),
                report.checkedAt(),
                findings.modelVersion(),
                findings.from(),
                findings.to(),
                findings.events(),
                findings.customers(),
                findings.verdict(),
                report.decision(),
                report.trainingJob(),
                findings.fields(),
                findings.challenger() == null ? null : ChallengerAside.of(findings.challenger()),
                findings.realised());
    }
}
