package io.churnwatch.training.data;

import io.churnwatch.store.training.SinceDay;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of which outcomes a training learns. Who stayed at no told time is still there now, which is in any period.
 *
 * @param since the first day, in UTC; null when there is none
 * @param until now: what a file says of later is wrong
 */
public record OutcomePeriod(@Nullable LocalDate since, Instant until) implements Serializable {
    /** Whatever is told. */
    public static final OutcomePeriod ANY = new OutcomePeriod(null, Instant.parse("9999-12-31T00:00:00Z"));

    private static final long serialVersionUID = 1;

    /**
     * Why a customer does not count; null when it does.
     *
     * @param occurredAt null when nobody told
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
