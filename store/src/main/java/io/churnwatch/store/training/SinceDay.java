package io.churnwatch.store.training;

import io.churnwatch.feed.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The parameter {@code since} of a training: the day in UTC from whose first moment on it learns of outcomes. */
public final class SinceDay {
    /**
     * Parses a day.
     *
     * @param now the current time
     * @throws IllegalArgumentException saying, in words that follow the name of the parameter, what is wrong with it
     */
    public static LocalDate parse(String text, Instant now) {
        LocalDate day = parsed(text);
        if (day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new IllegalArgumentException("lies in the future: " + text);
        }
        if (start(day).isBefore(OccurredAt.EARLIEST)) {
            throw new IllegalArgumentException("lies before 1900: " + text);
        }
        return day;
    }

    /** Its first moment. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a day such as 2026-03-04, not '" + text + "'", e);
        }
    }

    private SinceDay() {}
}
