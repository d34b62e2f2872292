package io.churnwatch.store.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.store.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class DriftReportsIT {
    private static final Instant TO = Instant.parse("2026-03-04T12:00:00.123456Z");
    private static final Instant FROM = TO.minus(Duration.ofDays(7));

    private static StoreDatabase database;
    private Handle handle;

    @BeforeAll
    static void start() {
        database = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void connect() {
        database.execute("TRUNCATE model_version, drift_report CASCADE");
        handle = database.open();
        handle.execute(StoreDatabase.MODEL);
    }

    @AfterEach
    void disconnect() {
        handle.close();
    }

    @Test
    void aReportComesBackAsItWasStored() {
        ChallengerComparison challenger = ChallengerComparison.of(
                "rf-2",
                20,
                10,
                -0.125,
                3,
                4,
                List.of(new BandChange(RiskBand.LOW, RiskBand.LOW, 7), new BandChange(RiskBand.LOW, RiskBand.HIGH, 3)));
        RealisedQuality judged = new RealisedQuality(
                "rf-1",
                FROM,
                TO,
                90,
                new RealisedQuality.Scores(100, 20, 5, 0.85, 0.12, null),
                new RealisedQuality.Alerts(8, 2, 0.8, 10, 5, 0.5, 31.5));
        RealisedQuality tooFew = new RealisedQuality(
                "rf-2",
                FROM,
                TO,
                90,
                new RealisedQuality.Scores(1, 0, 0, null, null, "1 customer"),
                RealisedQuality.Alerts.NONE);
        DriftFindings findings = findings(challenger, List.of(judged, tooFew));

        long id = DriftReports.append(handle, findings, null, "nothing to do");

        DriftReport report = DriftReports.newest(handle).orElseThrow();
        assertThat(report).isEqualTo(DriftReport.of(id, report.checkedAt(), findings, null, "nothing to do"));
    }

    @Test
    void theNewestComeFirstEachWithItsOwnParts() {
        long first = DriftReports.append(handle, findings(null, List.of()), null, "first");
        long second = DriftReports.append(handle, findings(null, List.of()), null, "second");

        assertThat(DriftReports.newest(handle, 5)).extracting(DriftReport::id).containsExactly(second, first);
        assertThat(DriftReports.newest(handle, 5))
                .allSatisfy(report -> assertThat(report.fields()).hasSize(1));
        assertThat(DriftReports.newest(handle, 1)).hasSize(1);
    }

    @Test
    void aCheckIsDueAnIntervalAfterThePromotionAndAfterTheLastCheck() {
        Duration interval = Duration.ofHours(6);
        assertThat(DriftReports.isDue(handle, interval)).isFalse();

        handle.execute("""
                INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)
                VALUES ('CHAMPION', 'rf-1', 'test', 'of a test', now() - interval '7 hours')""");
        assertThat(DriftReports.isDue(handle, interval)).isTrue();

        DriftReports.append(handle, findings(null, List.of()), null, "looked");
        assertThat(DriftReports.isDue(handle, interval)).isFalse();
    }

    private static DriftFindings findings(@Nullable ChallengerComparison challenger, List<RealisedQuality> realised) {
        FieldDrift age = new FieldDrift("age", 0.83, 0.4, 0.001, 0.01, 0.02, 0.03, 0.04, DriftVerdict.DRIFTED);
        return new DriftFindings("rf-1", FROM, TO, 20, 10, List.of(age), challenger, realised);
    }
}
