package io.churnwatch.training.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.training.data.DataReport;
import io.churnwatch.training.data.ExitTimes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelFeaturesTest {
    @Test
    void aFieldThatNobodyHasIsLeftOutWithWhatIsDerivedFromIt() {
        DataReport customers = report(Map.of("balance", 990L), Map.of());

        ModelFeatures features = ModelFeatures.all().withDerived().knownIn(customers);

        assertThat(features.fields()).hasSize(9).doesNotContain("balance");
        assertThat(features.derived())
                .extracting(DerivedFeature::name)
                .containsExactlyInAnyOrder("tenure_to_age", "idle_age");
        assertThat(features.summary(customers, ForestParameters.DEFAULT))
                .isEqualTo("takes 9 fields and 2 derived features; leaves out balance, known of 10 customers only");
    }

    @Test
    void rareValuesOfAFieldOfManyCategoriesAreReportedAsOne() {
        DataReport customers = report(Map.of(), Map.of("geography", 1_000L));

        assertThat(ModelFeatures.all().without(Set.of("gender")).summary(customers, ForestParameters.DEFAULT))
                .isEqualTo(
                        "takes 9 fields; leaves out gender; of the values of geography, about 1000, distinguishes the 63 most"
                                + " frequent");
    }

    @Test
    void aDerivedFeatureIsSqlOnWhatIsKnown() {
        DerivedFeature derived = DerivedFeature.ALL.get(0);

        assertThat(derived.column(field -> "known_" + field))
                .isEqualTo("known_balance / (known_estimated_salary + 1.0D) AS balance_to_salary");
    }

    private static DataReport report(Map<String, Long> unknown, Map<String, Long> categories) {
        return new DataReport(
                1_000,
                1_000,
                200,
                new TreeMap<>(),
                new TreeMap<>(unknown),
                new TreeMap<>(categories),
                ExitTimes.NONE,
                null);
    }
}
