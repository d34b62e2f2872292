package io.churnwatch.risk;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.JsonSchemas;
import io.churnwatch.feed.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskJsonTest {
    private static final Reason REASON = new Reason("num_of_products.ge.3", "num_of_products", 0.18, "3 products held");

    @Test
    void aScoreFitsItsSchemaWithAndWithoutAPreviousOne() {
        assertThat(JsonSchemas.complaints("risk-scored.json", RiskJson.write(score(0.5, null))))
                .isEmpty();
        assertThat(JsonSchemas.complaints("risk-scored.json", RiskJson.write(score(0.5, 0.25))))
                .isEmpty();
    }

    @Test
    void anAlertFitsItsSchema() {
        AlertRaised alert = new AlertRaised(
                "3d5b5b0c-8c4e-3b6e-9f57-000000000001",
                AlertType.HIGH_RISK,
                7,
                "e-1",
                MORNING,
                0.8,
                null,
                null,
                0.7,
                RiskBand.HIGH,
                "rf-1",
                1,
                List.of(REASON),
                List.of());

        assertThat(JsonSchemas.complaints("alert-raised.json", RiskJson.write(alert)))
                .isEmpty();
    }

    @Test
    void reasonsAreAnArray() {
        assertThat(RiskJson.reasons(List.of())).isEqualTo("[]");
        assertThat(RiskJson.reasons(List.of(REASON))).startsWith("[{\"code\":\"num_of_products.ge.3\"");
    }

    @Test
    void featuresKeepTheirKinds() {
        assertThat(RiskJson.features(Map.of())).isEqualTo("{}");
        assertThat(RiskJson.features(Map.of("age", AttributeValue.of(41)))).isEqualTo("{\"age\":41.0}");
        assertThat(RiskJson.features(Map.of("gender", AttributeValue.of("é"))))
                .isEqualTo(new String("{\"gender\":\"é\"}".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void aProbabilityOutsideTheUnitIntervalIsRefused() {
        assertThatThrownBy(() -> score(1.2, null)).hasMessage("A probability lies in [0, 1], not 1.2");
        assertThatThrownBy(() -> score(Double.NaN, null)).hasMessageContaining("NaN");
    }

    private static RiskScored score(double probability, @Nullable Double previous) {
        boolean first = previous == null;
        return new RiskScored(
                new RiskScored.Trigger("e-1", 7, MORNING, Cause.UPDATE),
                new RiskScored.Turn(first ? 1 : 2, MORNING),
                MORNING,
                new RiskScored.Risk(probability, false, RiskBand.MEDIUM, RiskTrend.STABLE),
                first ? null : new RiskScored.Previous(previous, new RiskScored.Baseline(previous)),
                previous,
                new RiskScored.Versions("rf-1", 1),
                first ? null : new RiskScored.ShadowScore("rf-2", previous),
                Map.of("age", AttributeValue.of(41), "gender", AttributeValue.of("Female")),
                List.of(REASON));
    }
}
