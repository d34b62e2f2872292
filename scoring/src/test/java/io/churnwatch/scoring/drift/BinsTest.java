package io.churnwatch.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.AttributeValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void aValueThatManyShareHasABinToItself() {
        double[] balances = new double[1_000];
        Arrays.setAll(balances, i -> i < 360 ? 0 : i);
        NumberBins bins = NumberBins.ofValues(balances);

        assertThat(bins.binOf(0.0)).isEqualTo(bins.binOf(-0.0)).isNotEqualTo(bins.binOf(0.01));
        assertThat(bins.binOf(361)).isGreaterThan(bins.binOf(0.0));
    }

    @Test
    void whatTheTrainingNeverSawIsUnseen() {
        NumberBins bins = NumberBins.ofValues(new double[] {18, 30, 40, 92});

        assertThat(bins.isUnseen(bins.binOf(17))).isTrue();
        assertThat(bins.isUnseen(bins.binOf(93))).isTrue();
        assertThat(List.of(18, 19, 92)).noneMatch(age -> bins.isUnseen(bins.binOf((double) age)));
        assertThat(bins.isUnseen(bins.binOf(null))).isFalse();
    }

    @Test
    void aNumberThatWasNeverKnownIsUnseenFromThenOn() {
        NumberBins bins = NumberBins.ofValues(new double[0]);

        assertThat(bins.binOf(null)).isEqualTo(Bins.MISSING);
        assertThat(bins.isUnseen(bins.binOf(1))).isTrue();
    }

    @Test
    void edgesRise() {
        assertThatThrownBy(() -> new NumberBins(List.of(1.0, 1.0))).hasMessageContaining("must rise");
    }

    @Test
    void aCategoryIsKnownMissingOrUnseen() {
        CategoryBins bins = CategoryBins.ofCounts(Map.of("Spain", 3L, "France", 9L));

        assertThat(bins.values()).containsExactly("France", "Spain");
        assertThat(bins.binOf(null)).isEqualTo(Bins.MISSING);
        assertThat(bins.binOf(AttributeValue.of("France"))).isEqualTo(1);
        assertThat(bins.isUnseen(bins.binOf(AttributeValue.of("Italy")))).isTrue();
        assertThat(CategoryBins.ofCounts(Map.of("1", 3L)).binOf(AttributeValue.of(1)))
                .isEqualTo(1);
    }

    @Test
    void ofVeryManyCategoriesTheMostFrequentAreToldApart() {
        Map<String, Long> towns = new TreeMap<>();
        IntStream.range(0, 300).forEach(town -> towns.put("Town " + town, (long) town));

        assertThat(CategoryBins.ofCounts(towns).values())
                .hasSize(50)
                .contains("Town 299")
                .doesNotContain("Town 249");
    }

    @Property
    void everyValueOfTheTrainingIsInABinAndTheOrderIsKept(
            @ForAll @NotEmpty double[] values, @ForAll @DoubleRange(min = -1e9, max = 1e9) double other) {
        NumberBins bins = NumberBins.ofValues(values);

        assertThat(bins.binOf(other)).isBetween(1, bins.size() - 1);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] places = Arrays.stream(sorted).mapToInt(bins::binOf).toArray();
        assertThat(places).isSorted();
        assertThat(Arrays.stream(places)).noneMatch(bins::isUnseen);
    }
}
