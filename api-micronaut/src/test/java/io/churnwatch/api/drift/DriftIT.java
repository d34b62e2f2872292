package io.churnwatch.api.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.Await;
import io.churnwatch.api.TestApi;
import io.churnwatch.api.auth.Role;
import io.churnwatch.model.SmallForest;
import io.churnwatch.model.drift.BandChange;
import io.churnwatch.model.drift.ChallengerComparison;
import io.churnwatch.model.drift.DriftFindings;
import io.churnwatch.model.drift.DriftReportWriter;
import io.churnwatch.model.drift.DriftVerdict;
import io.churnwatch.model.drift.FieldDrift;
import io.churnwatch.risk.RiskBand;
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
        ChallengerComparison challenger = new ChallengerComparison(
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
    void prometheusSeesTheNewestReport() throws SQLException {
        store(List.of(AGE), null, "age (PSI 0.83) has drifted");

        Await.until(
                "the report is shown",
                () -> api.send(api.request("/prometheus"))
                        .text()
                        .contains("churnwatch_drift_psi{field=\"age\",model_version=\"rf-small\"} 0.83"));
        assertThat(api.send(api.request("/prometheus")).text())
                .contains("churnwatch_drift_verdict{field=\"age\",model_version=\"rf-small\"} 3.0");
    }

    private static void store(List<FieldDrift> fields, @Nullable ChallengerComparison challenger, String decision)
            throws SQLException {
        DriftFindings findings = new DriftFindings(
                SmallForest.VERSION, NOON.minus(Duration.ofDays(7)), NOON, 300, 100, fields, challenger);
        try (Connection connection = api.connect()) {
            DriftReportWriter.store(connection, findings, null, decision);
        }
    }
}
