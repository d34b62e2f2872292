package io.churnwatch.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private final List<Segment> segments = Segment.of(
            List.of(
                    customer("Germany", 34, 0.9, true),
                    customer("Germany", 39, 0.2, false),
                    customer("Spain", 61, 0.8, false),
                    customer("Spain", 75, 0.3, false)),
            0.7);

    @Test
    void customersAreDividedByGeographyGenderAndAge() {
        assertThat(segments)
                .extracting(segment -> segment.field() + " " + segment.value() + " " + segment.customers())
                .containsExactly(
                        "geography Germany 2",
                        "geography Spain 2",
                        "gender unknown 4",
                        "age 30–39 2",
                        "age 60 and over 2");
    }

    @Test
    void eachPartIsJudgedByItself() {
        Segment germany = segments.get(0);

        assertThat(germany.shareExited()).isEqualTo(0.5);
        assertThat(germany.rocAuc()).isEqualTo(1.0);
        assertThat(germany.alerts()).isEqualTo(1);
        assertThat(germany.precision()).isEqualTo(1.0);
    }

    @Test
    void whereNobodyLeftThereIsNothingToFind() {
        Segment spain = segments.get(1);

        assertThat(spain.rocAuc()).isNull();
        assertThat(spain.recall()).isNull();
        assertThat(spain.precision()).isEqualTo(0.0);
    }

    private static JudgedCustomer customer(String geography, int age, double probability, boolean exited) {
        Features features =
                Features.of(Map.of("geography", AttributeValue.of(geography), "age", AttributeValue.of(age)));
        return new JudgedCustomer(features, new ScoredCustomer(probability, exited));
    }
}
