package io.churnwatch.training.data;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are held out, and why those.
 *
 * @param by what they are chosen by
 * @param why in words that follow "held out"
 * @param exitsFrom when the first of those who are held out and left did so; null unless they are chosen by time
 */
public record HoldOut(By by, String why, @Nullable Instant exitsFrom) {
    /** The rule that chooses the customers. */
    public enum By {
        /** A model serves after it was trained: it is measured on the newest, as it will be used. */
        OUTCOME_TIME,
        /** By a hash, so at random, but the same again for the same customers. */
        CUSTOMER_ID
    }

    /** The exits from that moment on, and customers who were still there then. */
    static HoldOut from(Instant exitsFrom) {
        return new HoldOut(
                By.OUTCOME_TIME,
                "by time: those who left from %s on, and the newest of those who stayed".formatted(exitsFrom),
                exitsFrom);
    }

    /** Any customers. */
    static HoldOut byId(String reason) {
        return new HoldOut(By.CUSTOMER_ID, "by customer id: " + reason, null);
    }

    /** Why time cannot decide among these customers; empty when it can. */
    static Optional<String> obstacleToTime(DataReport customers) {
        ExitTimes times = customers.exitTimes();
        if (2 * times.known() < customers.exited()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the time of the exit is known of %d of the %d who left, and half are needed",
                    times.known(),
                    customers.exited()));
        }
        return times.differ() ? Optional.empty() : Optional.of("all exits are of the same time");
    }
}
