package io.churnwatch.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeConverterTest {
    private final TimeConverter converter = new TimeConverter();

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03T13:00Z", "2026-03-03 14:00:00+01:00", "2026-03-03T13:00:00.000Z"})
    void aTimeWithAZoneIsThatInstant(String text) {
        assertThat(converter.convert(text)).isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T13:00:00.1Z",
                "2026-03-03T13:00:00.123456Z",
                "2026-03-03T13:00:00.123456789Z",
                "2026-03-03 14:00:00.123456+01"
            })
    void aTimeIsReadToItsNanosecond(String text) {
        OffsetDateTime time = OffsetDateTime.parse(
                text.replace(' ', 'T').replace("+01", "+01:00"), DateTimeFormatter.ISO_OFFSET_DATE_TIME);

        assertThat(converter.convert(text)).isEqualTo(time.toInstant());
    }

    @Test
    void aDayThatIsNotInTheCalendarIsRefused() {
        assertThatThrownBy(() -> converter.convert("2026-02-30")).isInstanceOf(TypeConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03 14:00", "2026-03-03T14:00:00"})
    void aTimeWithoutAZoneIsInUtcWhereverThisMachineIs(String text) {
        assertThat(inNewYork(text)).isEqualTo(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @Test
    void aDayIsItsFirstMomentInUtc() {
        assertThat(inNewYork("2026-03-03")).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    }

    private Instant inNewYork(String text) {
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            return converter.convert(text);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void whatIsNoTimeIsRefusedWithAnExample() {
        assertThatThrownBy(() -> converter.convert("3 March"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'3 March' is no time such as");
    }
}
