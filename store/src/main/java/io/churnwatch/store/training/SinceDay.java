package io.churnwatch.store.training;

import io.churnwatch.feed.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The parameter {@code since} of a training: the first day, in UTC, of the outcomes that it learns from. */
public final class SinceDay {
    /**
     * Parses a day.
     *
     * @param now the current time
     * @throws IllegalArgumentException whose message follows the name of the parameter
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

    /**
     * Parses the value of the option {@code --since}.
     *
     * @return null without a value
     * @throws IllegalArgumentException naming the option
     */
    static @Nullable LocalDate ofOption(@Nullable String text, Instant now) {
        try {
            return text == null ? null : parse(text, now);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--since " + e.getMessage(), e);
        }
    }

    /** Returns the first moment of a day. */
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
