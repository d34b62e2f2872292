package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OutcomePeriodTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final OutcomePeriod THIS_YEAR =
            new OutcomePeriod(LocalDate.of(2026, 1, 1), Instant.parse("2026-03-04T10:15:00Z"));

    @Test
    void aPeriodBeginsWithTheFirstMomentOfItsDay() {
        assertThat(THIS_YEAR.problem(true, NEW_YEAR)).isNull();
        assertThat(THIS_YEAR.problem(true, NEW_YEAR.minusNanos(1_000))).isEqualTo("outcome before 2026-01-01");
        assertThat(THIS_YEAR.problem(false, NEW_YEAR.minusNanos(1_000))).isEqualTo("outcome before 2026-01-01");
    }

    @Test
    void whoStayedAtNoToldTimeIsStillThereAndWhoLeftMayHaveDoneSoLongAgo() {
        assertThat(THIS_YEAR.problem(false, null)).isNull();
        assertThat(THIS_YEAR.problem(true, null)).isEqualTo("exit of unknown time");
    }

    @Test
    void withoutAFirstDayEveryOutcomeCounts() {
        assertThat(OutcomePeriod.ANY.problem(true, null)).isNull();
        assertThat(OutcomePeriod.ANY.problem(false, Instant.EPOCH)).isNull();
    }
}
