package io.churnwatch.cli.models;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people write it; a day is its first moment, and without a zone both are in UTC. */
public final class TimeConverter implements ITypeConverter<Instant> {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'HH:mm[:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("][XXX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Instant convert(String text) {
        try {
            return instant(FORMAT.parseBest(
                    text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no time such as '2026-03-03 14:00' or 2026-03-03T13:00Z");
        }
    }

    private static Instant instant(TemporalAccessor time) {
        if (time instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
        }
        LocalDateTime inUtc = time instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(time);
        return inUtc.toInstant(ZoneOffset.UTC);
    }
}
