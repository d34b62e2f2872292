package io.churnwatch.stream.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final Set<AttributeValue> ages = new HashSet<>();
    private final Set<AttributeValue> countries = new HashSet<>();
    private int explained;

    @Test
    void aModelIsScoredAndExplainedWithBelievableValuesOfItsFields() {
        WarmUp.warm(new RecordingModel());

        assertThat(ages)
                .hasSizeGreaterThan(50)
                .allSatisfy(age -> assertThat(age.number()).isBetween(18.0, 120.0));
        assertThat(countries).containsExactlyInAnyOrder(AttributeValue.of("France"), AttributeValue.of("Spain"));
        assertThat(explained).isPositive();
    }

    /** Remembers what it was asked to score. */
    private final class RecordingModel implements ExplainableModel {
        @Override
        public List<InputField> inputFields() {
            return List.of(
                    new InputField("age", InputField.Kind.NUMBER, List.of()),
                    new InputField("geography", InputField.Kind.CATEGORY, List.of("France", "Spain")));
        }

        @Override
        public double score(Features features) {
            ages.add(Objects.requireNonNull(features.value("age")));
            countries.add(Objects.requireNonNull(features.value("geography")));
            return 0.5;
        }

        @Override
        public Explanation explain(Features features) {
            explained++;
            return new Explanation(0.5, 0.5, Map.of());
        }

        @Override
        public Optional<FieldEffect> effect(String field, Features features) {
            return Optional.empty();
        }
    }
}
