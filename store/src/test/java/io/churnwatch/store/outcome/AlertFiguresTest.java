package io.churnwatch.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlertFiguresTest {
    @Test
    void precisionIsOfTheJudgedAndRecallOfTheExits() {
        AlertFigures figures = figures(new JudgedAlerts(3, 1, 10, 2), exits(8, 6));

        assertThat(figures.alerts()).isEqualTo(16);
        assertThat(figures.precision()).isEqualTo(0.75);
        assertThat(figures.recall()).isEqualTo(0.75);
        assertThat(figures.leadDaysMedian()).isEqualTo(20);
    }

    @Test
    void ofNothingThereIsNoRate() {
        AlertFigures figures = figures(new JudgedAlerts(0, 0, 5, 1), DueExits.NONE);

        assertThat(figures.precision()).isNull();
        assertThat(figures.recall()).isNull();
        assertThat(figures.leadDaysMedian()).isNull();
    }

    @Property
    void ratesLieBetweenNoneAndAll(
            @ForAll @IntRange(max = 1000) int hits,
            @ForAll @IntRange(max = 1000) int falseAlarms,
            @ForAll @IntRange(max = 1000) int exits) {
        Double precision = new JudgedAlerts(hits, falseAlarms, 0, 0).precision();
        Double recall = exits(exits, Math.min(hits, exits)).recall();

        assertThat(precision == null).isEqualTo(hits + falseAlarms == 0);
        assertThat(recall == null).isEqualTo(exits == 0);
        if (precision != null) {
            assertThat(precision).isBetween(0.0, 1.0);
            assertThat(precision * (hits + falseAlarms)).isCloseTo(hits, within(1e-9));
        }
        if (recall != null) {
            assertThat(recall).isBetween(0.0, 1.0);
        }
    }

    @Property
    void whatIsImmatureOrErasedMovesNoRate(
            @ForAll @IntRange(max = 1000) int hits,
            @ForAll @IntRange(max = 1000) int falseAlarms,
            @ForAll @IntRange(max = 1000) int others) {
        assertThat(new JudgedAlerts(hits, falseAlarms, others, others).precision())
                .isEqualTo(new JudgedAlerts(hits, falseAlarms, 0, 0).precision());
    }

    private static DueExits exits(long exits, long foreseen) {
        return new DueExits(exits, foreseen, new DueExits.LeadDays(10.0, 20.0, 30.0));
    }

    private static AlertFigures figures(JudgedAlerts judged, DueExits due) {
        return AlertFigures.of(AlertGroup.ALL, judged, due);
    }
}
