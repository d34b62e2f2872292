package io.churnwatch.cli.drift;

import io.churnwatch.cli.json.Json;
import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a program reads it; the members are those of {@code GET /api/drift/}. */
record ReportJson(
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
        @Nullable Challenger challenger,
        List<RealisedQuality> realised) {

    private record Challenger(
            String modelVersion,
            long events,
            long customers,
            double agreement,
            long movedUp,
            long movedDown,
            double meanDifference,
            long championAlerts,
            long challengerAlerts,
            List<BandChange> bands) {
        static @Nullable Challenger of(@Nullable ChallengerComparison comparison) {
            return comparison == null
                    ? null
                    : new Challenger(
                            comparison.challengerVersion(),
                            comparison.events(),
                            comparison.customers(),
                            comparison.agreement(),
                            comparison.movedUp(),
                            comparison.movedDown(),
                            comparison.meanDifference(),
                            comparison.championAlerts(),
                            comparison.challengerAlerts(),
                            comparison.bands());
        }
    }

    static String of(DriftReport report) {
        DriftFindings findings = report.findings();
        return Json.write(new ReportJson(
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
                Challenger.of(findings.challenger()),
                findings.realised()));
    }
}
