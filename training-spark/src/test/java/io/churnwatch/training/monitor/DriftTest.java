package io.churnwatch.training.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.drift.Bins;
import io.churnwatch.scoring.drift.CategoryBins;
import io.churnwatch.scoring.drift.DriftThresholds;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.scoring.drift.NumberBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of drift, by 2,000 generated customers held against 2,000 others; everything but Spark and the database. */
class DriftTest {
    private static final int CUSTOMERS = 2_000;
    private static final ChurnModel MODEL = Population.model(SmallForest.PMML);
    private static final List<FieldBaseline> BASELINE = baseline(Population.of(CUSTOMERS, 4711));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void withoutAShiftEverythingIsStable(long seed) {
        assertThat(drift(Population.of(CUSTOMERS, seed)))
                .allSatisfy(field -> assertThat(field.verdict()).isEqualTo(DriftVerdict.STABLE));
    }

    @Test
    void customersWhoAreOlderAreNamedByTheirAgeAndByWhatThatDoesToTheScore() {
        assertThat(drifted(Population.of(CUSTOMERS, 1).olderBy(12)))
                .contains("age")
                .isSubsetOf("age", FieldBaseline.SCORE);
    }

    @Test
    void anUnknownCategoryIsNamed() {
        Population moved = Population.of(CUSTOMERS, 1)
                .with("geography", country -> country.asText().equals("Spain") ? AttributeValue.of("Italy") : country);

        assertThat(drifted(moved)).containsExactly("geography");
    }

    @Test
    void aFieldThatTheFeedForgotIsNamed() {
        Population forgotten = Population.of(CUSTOMERS, 1).with("balance", balance -> null);

        assertThat(drifted(forgotten)).contains("balance").isSubsetOf("balance", FieldBaseline.SCORE);
    }

    private static List<String> drifted(Population live) {
        return drift(live).stream()
                .filter(field -> field.verdict() == DriftVerdict.DRIFTED)
                .map(FieldDrift::field)
                .toList();
    }

    private static List<FieldDrift> drift(Population live) {
        return BASELINE.stream()
                .map(field ->
                        DriftThresholds.DEFAULT.judge(field, counts(live.features(), field.field(), field.bins())))
                .toList();
    }

    private static List<FieldBaseline> baseline(Population training) {
        List<FieldBaseline> baseline = new ArrayList<>();
        for (InputField field : MODEL.inputFields()) {
            baseline.add(baseline(training, field.name(), bins(training, field)));
        }
        double[] scores = training.features().stream()
                .mapToDouble(customer -> Population.score(MODEL, customer))
                .toArray();
        baseline.add(baseline(training, FieldBaseline.SCORE, NumberBins.ofValues(scores)));
        return baseline;
    }

    private static FieldBaseline baseline(Population training, String field, Bins bins) {
        long[] counts = counts(training.features(), field, bins);
        return new FieldBaseline(field, bins, Arrays.stream(counts).boxed().toList());
    }

    private static Bins bins(Population training, InputField field) {
        List<AttributeValue> known = training.features().stream()
                .map(customer -> customer.value(field.name()))
                .filter(Objects::nonNull)
                .toList();
        return field.kind() == InputField.Kind.NUMBER
                ? NumberBins.ofValues(
                        known.stream().mapToDouble(AttributeValue::number).toArray())
                : CategoryBins.ofCounts(
                        known.stream().collect(Collectors.groupingBy(AttributeValue::asText, Collectors.counting())));
    }

    private static long[] counts(List<Features> customers, String field, Bins bins) {
        Function<Features, AttributeValue> value = field.equals(FieldBaseline.SCORE)
                ? customer -> AttributeValue.of(Population.score(MODEL, customer))
                : customer -> customer.value(field);
        long[] counts = new long[bins.size()];
        customers.forEach(customer -> counts[bins.binOf(value.apply(customer))]++);
        return counts;
    }
}
