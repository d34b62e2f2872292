package io.churnwatch.cli.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a program reads it; the members are those of {@code GET /api/drift/}. */
record ReportJson(
        long id,
        String checkedAt,
        String modelVersion,
        String windowFrom,
        String windowTo,
        long events,
        long customers,
        DriftVerdict verdict,
        String decision,
        @Nullable Long trainingJob,
        List<FieldDrift> fields,
        @Nullable Challenger challenger,
        List<Realised> realised) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

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

    private record Realised(
            String modelVersion,
            String windowFrom,
            String windowTo,
            int horizonDays,
            RealisedQuality.Scores scores,
            RealisedQuality.Alerts alerts) {
        static Realised of(RealisedQuality quality) {
            return new Realised(
                    quality.modelVersion(),
                    quality.from().toString(),
                    quality.to().toString(),
                    quality.horizonDays(),
                    quality.scores(),
                    quality.alerts());
        }
    }

    static String of(DriftReport report) {
        DriftFindings findings = report.findings();
        return write(new ReportJson(
                report.id(),
                report.checkedAt().toString(),
                findings.modelVersion(),
                findings.from().toString(),
                findings.to().toString(),
                findings.events(),
                findings.customers(),
                findings.verdict(),
                report.decision(),
                report.trainingJob(),
                findings.fields(),
                Challenger.of(findings.challenger()),
                findings.realised().stream().map(Realised::of).toList()));
    }

    private static String write(ReportJson report) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
