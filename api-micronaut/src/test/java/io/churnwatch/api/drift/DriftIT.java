package io.churnwatch.api.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Await;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.model.SmallForest;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.store.TestHandles;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReports;
import io.churnwatch.store.drift.RealisedQuality;
import io.micronaut.json.tree.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriftIT {
    private static final String PATH = "/api/drift/";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final FieldDrift AGE =
            new FieldDrift("age", 0.83, 0.4, 1e-60, 0.02, 0.01, 0.005, 0, DriftVerdict.DRIFTED);
    private static final FieldDrift TENURE = new FieldDrift("tenure", 0.01, 0.01, 0.8, 0, 0, 0, 0, DriftVerdict.STABLE);

    private static final RealisedQuality JUDGED = realised(
            "rf-0",
            new RealisedQuality.Scores(4_000, 120, 20, 0.86, 0.1, null),
            new RealisedQuality.Alerts(30, 10, 0.75, 50, 20, 0.4, 33.0));
    private static final RealisedQuality UNJUDGED = realised(
            SmallForest.VERSION,
            new RealisedQuality.Scores(0, 0, 300, null, null, "0 customers, and fewer than 500 are not judged"),
            RealisedQuality.Alerts.NONE);

    @RegisterExtension
    static final TestApi api = new TestApi();

    @BeforeEach
    void oneChampion() throws SQLException {
        api.sql("TRUNCATE model_version, training_job, drift_report CASCADE");
        try (Connection connection = api.connect()) {
            SmallForest.publish(connection);
        }
    }

    @Test
    void beforeAnybodyHasLookedThereIsNoReport() {
        JsonNode state = api.get(Role.VIEWER, PATH).json();

        assertThat(state.get("report").isNull()).isTrue();
        assertThat(state.get("recent").size()).isZero();
    }

    @Test
    void aViewerSeesTheNewestReportWithTheFieldThatIsFurthestFirst() throws SQLException {
        store(List.of(TENURE), null, "nothing has drifted");
        ChallengerComparison challenger = ChallengerComparison.of(
                "rf-2",
                300,
                100,
                0.01,
                3,
                4,
                List.of(
                        new BandChange(RiskBand.LOW, RiskBand.HIGH, 25),
                        new BandChange(RiskBand.LOW, RiskBand.LOW, 75)));
        store(List.of(TENURE, AGE), challenger, "age (PSI 0.83) has drifted");

        JsonNode state = api.get(Role.VIEWER, PATH).json();

        JsonNode report = state.get("report");
        assertThat(report.get("model_version").getStringValue()).isEqualTo(SmallForest.VERSION);
        assertThat(report.get("decision").getStringValue()).isEqualTo("age (PSI 0.83) has drifted");
        assertThat(report.get("fields").get(0).get("field").getStringValue()).isEqualTo("age");
        assertThat(report.get("fields").get(0).get("baseline_missing_rate").getDoubleValue())
                .isEqualTo(0.01);
        assertThat(report.get("challenger").get("agreement").getDoubleValue()).isEqualTo(0.75);
        assertThat(report.get("challenger").get("moved_up").getIntValue()).isEqualTo(25);
        assertThat(report.get("challenger").get("bands").get(0).get("customers").getIntValue())
                .isEqualTo(75);
        assertThat(state.get("recent").size()).isEqualTo(2);
        assertThat(state.get("recent").get(0).get("drifted").get(0).getStringValue())
                .isEqualTo("age");
        assertThat(state.get("recent").get(1).get("verdict").getStringValue()).isEqualTo("STABLE");
    }

    @Test
    void whatBecameOfPastScoresIsShownByModelAndOverTime() throws SQLException {
        store(List.of(TENURE), null, "nothing has drifted");
        store(List.of(TENURE), null, "nothing has drifted");

        JsonNode state = api.get(Role.VIEWER, PATH).json();

        JsonNode judged = state.get("report").get("realised").get(0);
        assertThat(judged.get("model_version").getStringValue()).isEqualTo("rf-0");
        assertThat(judged.get("scores").get("roc_auc").getDoubleValue()).isEqualTo(0.86);
        assertThat(judged.get("alerts").get("recall").getDoubleValue()).isEqualTo(0.4);
        JsonNode before = state.get("recent").get(1).get("realised").get(1);
        assertThat(before.get("model_version").getStringValue()).isEqualTo(SmallForest.VERSION);
        assertThat(before.get("scores").get("roc_auc").isNull()).isTrue();
        assertThat(before.get("scores").get("too_few").getStringValue()).startsWith("0 customers");
    }

    @Test
    void prometheusSeesTheNewestReport() throws SQLException {
        store(List.of(AGE), null, "age (PSI 0.83) has drifted");

        Await.until(
                "the report is shown",
                () -> api.send(api.request("/prometheus"))
                        .text()
                        .contains("churnwatch_drift_psi{field=\"age\",model_version=\"rf-small\"} 0.83"));
        assertThat(api.send(api.request("/prometheus")).text())
                .contains("churnwatch_drift_verdict{field=\"age\",model_version=\"rf-small\"} 3.0")
                .contains("churnwatch_realised_roc_auc{model_version=\"rf-0\"} 0.86")
                .contains("churnwatch_realised_alert_precision{model_version=\"rf-0\"} 0.75")
                .contains("churnwatch_realised_immature{model_version=\"rf-small\"} 300.0")
                .doesNotContain("churnwatch_realised_brier{model_version=\"rf-small\"}");
    }

    private static RealisedQuality realised(
            String version, RealisedQuality.Scores scores, RealisedQuality.Alerts alerts) {
        Instant to = NOON.minus(Duration.ofDays(90));
        return new RealisedQuality(version, to.minus(Duration.ofDays(7)), to, 90, scores, alerts);
    }

    private static void store(List<FieldDrift> fields, @Nullable ChallengerComparison challenger, String decision)
            throws SQLException {
        DriftFindings findings = new DriftFindings(
                SmallForest.VERSION,
                NOON.minus(Duration.ofDays(7)),
                NOON,
                300,
                100,
                fields,
                challenger,
                List.of(JUDGED, UNJUDGED));
        try (Connection connection = api.connect()) {
            DriftReports.append(TestHandles.on(connection), findings, null, decision);
        }
    }
}
