package io.churnwatch.store.outcome;

import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.OccurredAt;
import io.churnwatch.feed.RejectionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** When an outcome occurred, as files write it. */
public final class OutcomeTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss][.SSSSSS][.SSS]][XXX][X]");

    /**
     * An instant in UTC. A day alone means its end: an exit is after the alerts of the same day.
     *
     * @throws InvalidUpdateException when it is no such time, or has not come yet
     */
    public static Instant parse(String cell, Instant now) throws InvalidUpdateException {
        TemporalAccessor time = parsed(cell);
        Instant occurredAt = time instanceof LocalDate day ? endOf(day) : instant(time);
        Instant latest = time instanceof LocalDate ? endOf(LocalDate.ofInstant(now, ZoneOffset.UTC)) : now;
        if (occurredAt.isAfter(latest)) {
            throw refused("lies in the future: " + cell);
        }
        if (occurredAt.isBefore(OccurredAt.EARLIEST)) {
            throw refused("lies before 1900: " + cell);
        }
        return occurredAt;
    }

    private static TemporalAccessor parsed(String cell) throws InvalidUpdateException {
        try {
            return FORMAT.parseBest(cell.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeParseException e) {
            throw refused(
                    "must be a day such as 2026-03-04 or a time such as 2026-03-04T10:15:00Z, not '" + cell + "'");
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
    }

    private static Instant instant(TemporalAccessor time) {
        return time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    private static InvalidUpdateException refused(String detail) {
        return new InvalidUpdateException(RejectionReason.OUT_OF_RANGE, "date", detail);
    }

    private OutcomeTime() {}
}
