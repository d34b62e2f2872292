package io.churnwatch.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.cli.output.Json;
import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

    private static final FieldDrift TENURE =
            new FieldDrift("tenure", 0.0125, 0.013, 0.84, 0.01, 0.011, 0, 0, DriftVerdict.STABLE);
    private static final FieldDrift AGE =
            new FieldDrift("age", 0.8312, 0.402, 1.5e-60, 0.02, 0.01, 0.005, 0, DriftVerdict.DRIFTED);

    private static final ChallengerComparison CHALLENGER = ChallengerComparison.of(
            "rf-2",
            12_000,
            4_000,
            0.01,
            30,
            41,
            List.of(
                    new BandChange(RiskBand.LOW, RiskBand.LOW, 3_800),
                    new BandChange(RiskBand.LOW, RiskBand.HIGH, 150),
                    new BandChange(RiskBand.CRITICAL, RiskBand.HIGH, 50)));

    private static final RealisedQuality JUDGED = realised(
            "rf-0",
            new RealisedQuality.Scores(4_000, 120, 20, 0.86123, 0.1012, null),
            new RealisedQuality.Alerts(30, 10, 0.75, 50, 20, 0.4, 33.0));
    private static final RealisedQuality UNJUDGED = realised(
            "rf-1",
            new RealisedQuality.Scores(0, 0, 13_000, null, null, "0 customers, and fewer than 500 are not judged"),
            RealisedQuality.Alerts.NONE);

    @Test
    void theFieldThatIsFurthestFromTheTrainingComesFirst() {
        assertThat(ReportTable.of(report(CHALLENGER)).lines())
                .containsExactly(
                        "rf-1: 4,100 customers in 13,000 events from 2026-11-16T12:00:00Z to 2026-11-23T12:00:00Z",
                        "",
                        "FIELD                  VERDICT       PSI     KS        P  MISSING           UNSEEN",
                        "age                    DRIFTED     0.831  0.402    2e-60  2.0 % (1.0 %)     0.5 % (0.0 %)",
                        "tenure                 STABLE      0.013  0.013      0.8  1.0 % (1.1 %)     0.0 % (0.0 %)",
                        "",
                        "Challenger rf-2 agrees on the band of 95.0 % of 4,000 customers; 150 would be in a higher one, 50 in a"
                                + " lower. Alerts by the rules: 41, by the champion 30.",
                        "",
                        "Who was scored from 2026-08-18T12:00:00Z to 2026-08-25T12:00:00Z, and had left 90 days later:",
                        "MODEL                  CUSTOMERS    LEFT  ROC AUC    BRIER    ALERT PRECISION       ALERT RECALL  IMMATURE",
                        "rf-0                       4,000     120   0.8612   0.1012       75.0 % of 40       40.0 % of 50        20",
                        "rf-1                           0       0        -        -                  -                  -    13,000",
                        "rf-1: 0 customers, and fewer than 500 are not judged.",
                        "",
                        "Verdict: age (PSI 0.83) has drifted; queued training 7.");
    }

    @Test
    void withoutAChallengerItSaysSo() {
        assertThat(ReportTable.of(report(null))).contains("No challenger has scored these events in shadow.");
    }

    @Test
    void aProgramReadsTheSame() {
        assertThat(Json.write(report(CHALLENGER)))
                .contains("\"window_from\" : \"2026-11-16T12:00:00.123456Z\"", "\"verdict\" : \"DRIFTED\"")
                .contains("\"baseline_missing_rate\" : 0.01", "\"agreement\" : 0.95", "\"champion_band\" : \"LOW\"")
                .contains("\"window_to\" : \"2026-08-25T12:00:00.123456Z\"", "\"roc_auc\" : 0.86123")
                .contains("\"too_few\" : \"0 customers, and fewer than 500 are not judged\"");
        assertThat(Json.write(report(null))).contains("\"challenger\" : null");
    }

    private static RealisedQuality realised(
            String version, RealisedQuality.Scores scores, RealisedQuality.Alerts alerts) {
        Instant to = NOON.minus(Duration.ofDays(90));
        return new RealisedQuality(version, to.minus(Duration.ofDays(7)), to, 90, scores, alerts);
    }

    private static DriftReport report(@Nullable ChallengerComparison challenger) {
        DriftFindings findings = new DriftFindings(
                "rf-1",
                NOON.minus(Duration.ofDays(7)),
                NOON,
                13_000,
                4_100,
                List.of(TENURE, AGE),
                challenger,
                List.of(JUDGED, UNJUDGED));
        return DriftReport.of(3, NOON, findings, 7L, "age (PSI 0.83) has drifted; queued training 7");
    }
}
