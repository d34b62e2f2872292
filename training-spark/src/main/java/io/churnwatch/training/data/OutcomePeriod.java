package io.churnwatch.training.data;

import io.churnwatch.store.training.SinceDay;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes that a training learns from. A customer who stayed, without a time, is still one now, which is in any period.
 *
 * @param since the first day, in UTC; null when there is none
 * @param until now: a later time in a file is an error
 */
public record OutcomePeriod(@Nullable LocalDate since, Instant until) implements Serializable {
    /** Every outcome. */
    public static final OutcomePeriod ANY = new OutcomePeriod(null, Instant.parse("9999-12-31T00:00:00Z"));

    private static final long serialVersionUID = 1;

    /**
     * Returns why a customer does not count, or null if it does.
     *
     * @param occurredAt null if it is unknown
     */
    @Nullable
    String problem(boolean exited, @Nullable Instant occurredAt) {
        if (since == null) {
            return null;
        }
        if (occurredAt == null) {
            return exited ? "exit of unknown time" : null;
        }
        return occurredAt.isBefore(SinceDay.start(since)) ? "outcome before " + since : null;
    }
}
