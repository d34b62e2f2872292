package io.churnwatch.scoring.jpmml.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our engine equals jpmml bit for bit on the documents of real exporters. A million rows each: {@code ./churnwatch bench parity}. */
class ParityTest {
    private static final List<Map<String, AttributeValue>> CUSTOMERS = ModelZoo.customers();

    /** What is no tree ensemble of one link, or computes with functions that no exporter of ours needs. */
    private static final Set<String> LEFT_TO_JPMML = Set.of(
            "sklearn-calibrated-isotonic",
            "sklearn-calibrated-sigmoid",
            "sklearn-forest-binned",
            "sklearn-select-first",
            "sklearn-stacking",
            "sklearn-voting",
            "spark-forest-platt",
            "spark-forest-sql-functions",
            "spark-forest-sql-logic");

    static Stream<String> read() {
        return ModelZoo.names().stream().filter(name -> !LEFT_TO_JPMML.contains(name));
    }

    static Stream<String> leftToJpmml() {
        return LEFT_TO_JPMML.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("read")
    void everyRowIsScoredAsByJpmml(String name) throws UnsupportedPmmlException {
        Parity parity = new ParityRun(CUSTOMERS, 1_000).compare(ModelZoo.document(name));

        assertThat(parity.firstDifference()).isEmpty();
        assertThat(parity.scored()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("leftToJpmml")
    void whatIsNotReadIsRefusedByName(String name) {
        assertThatThrownBy(() -> PmmlForest.read(ModelZoo.document(name)))
                .isInstanceOf(UnsupportedPmmlException.class)
                .hasMessageStartingWith("Not supported: ");
    }

    @ParameterizedTest
    @MethodSource("read")
    void contributionsAddUpToTheScoreWhereTheModelCanBeExplained(String name)
            throws UnsupportedPmmlException, NotScorableException {
        PmmlForest forest = PmmlForest.read(ModelZoo.document(name));
        if (forest.whyNotExplainable().isPresent()) {
            assertThatThrownBy(() -> forest.explain(Features.of(CUSTOMERS.get(0))))
                    .hasMessageContaining(forest.whyNotExplainable().get());
            return;
        }
        for (Map<String, AttributeValue> customer : CUSTOMERS.subList(0, 100)) {
            var explanation = forest.explain(Features.of(customer));
            double sum = explanation.contributions().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(Math.abs(explanation.base() + sum - explanation.probability()))
                    .isLessThan(1e-9);
        }
    }

    @Test
    void aDifferenceIsCountedAndShown() {
        Parity parity = new Parity(new ConstantModel(0.25), new ConstantModel(Math.nextUp(0.25)));

        parity.compare(Map.of("age", AttributeValue.of(40)));

        assertThat(parity.different()).isOne();
        assertThat(parity.firstDifference()).get().asString().contains("age").contains("0x1.0p-2");
    }

    private record ConstantModel(double probability) implements io.churnwatch.scoring.ChurnModel {
        @Override
        public List<io.churnwatch.scoring.InputField> inputFields() {
            return List.of();
        }

        @Override
        public double score(Features features) {
            return probability;
        }
    }
}
