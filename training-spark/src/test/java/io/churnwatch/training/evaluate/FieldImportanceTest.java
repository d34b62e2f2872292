package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldImportanceTest {
    private final List<FieldImportance> importances = FieldImportance.of(new AgeAlone(), customers(), 7);

    @Test
    void theFieldThatDecidesIsFirstAndLosesEverythingWhenShuffled() {
        assertThat(importances).extracting(FieldImportance::field).containsExactly("age", "tenure");
        assertThat(importances.get(0).rocAucLost()).isEqualTo(0.5, within(0.05));
        assertThat(importances.get(0).meanContribution()).isEqualTo(0.25, within(0.03));
    }

    @Test
    void aFieldThatTheModelDoesNotUseLosesNothing() {
        assertThat(importances.get(1).rocAucLost()).isZero();
        assertThat(importances.get(1).meanContribution()).isZero();
    }

    /** Those older than fifty left, and nobody else. */
    private static List<JudgedCustomer> customers() {
        Random random = new Random(1);
        return IntStream.range(0, 400)
                .mapToObj(i -> {
                    int age = random.nextInt(100);
                    Features features = Features.of(
                            Map.of("age", AttributeValue.of(age), "tenure", AttributeValue.of(random.nextInt(10))));
                    return new JudgedCustomer(features, new ScoredCustomer(age / 100.0, age > 50));
                })
                .toList();
    }

    /** Says the age as a probability. */
    private static final class AgeAlone implements ExplainableModel {
        @Override
        public List<InputField> inputFields() {
            return List.of(field("tenure"), field("age"));
        }

        @Override
        public double score(Features features) {
            return features.value("age").number() / 100;
        }

        @Override
        public Explanation explain(Features features) {
            double probability = score(features);
            return new Explanation(0.5, probability, Map.of("age", probability - 0.5, "tenure", 0.0));
        }

        @Override
        public Optional<FieldEffect> effect(String field, Features features) {
            return Optional.empty();
        }

        private static InputField field(String name) {
            return new InputField(name, InputField.Kind.NUMBER, List.of());
        }
    }
}
