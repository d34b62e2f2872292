package io.churnwatch.store.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinceDayTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:15:00Z");

    @Test
    void aDayBeginsAtMidnightInUtc() {
        LocalDate day = SinceDay.parse("2026-03-04", NOW);

        assertThat(SinceDay.start(day)).isEqualTo("2026-03-04T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "04.03.2026", "2026-02-30", "2026-03", "2026-03-04T10:15:00Z", ""})
    void whatIsNoDayIsToldWithOneThatIs(String text) {
        assertThatThrownBy(() -> SinceDay.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a day such as 2026-03-04, not '" + text + "'");
    }

    @Test
    void aDayThatHasNotComeYetIsRefused() {
        assertThatThrownBy(() -> SinceDay.parse("2026-03-05", NOW)).hasMessage("lies in the future: 2026-03-05");
    }

    @Test
    void aMistypedYearIsRefused() {
        assertThatThrownBy(() -> SinceDay.parse("0206-03-04", NOW)).hasMessage("lies before 1900: 0206-03-04");
    }
}
