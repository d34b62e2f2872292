package io.churnwatch.api.outcome;

import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.store.outcome.ChurnOutcome;
import io.churnwatch.store.outcome.Outcome;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of outcomes, no two of them of the same customer and time. */
@Introspected
record OutcomesRequest(
        @NotNull @Size(min = 1, max = 1_000) @PossibleOutcomes
        List<@Valid RecordedOutcome> outcomes) implements JsonRequest {
    /**
     * The outcome of a customer.
     *
     * @param occurredAt of the exit, or until when the customer stayed
     */
    @Introspected
    record RecordedOutcome(
            @NotNull @Min(1) @Max(CustomerUpdate.CUSTOMER_ID_MAX)
            Long customerId,

            @NotNull Outcome outcome,
            @NotNull Instant occurredAt) {
        /** A customer has one outcome at a time; PostgreSQL keeps it in whole microseconds. */
        record Key(@Nullable Long customerId, Instant occurredAt) {}

        Key key() {
            return new Key(customerId, occurredAt.truncatedTo(ChronoUnit.MICROS));
        }

        ChurnOutcome toChurnOutcome() {
            return new ChurnOutcome(customerId, outcome, occurredAt);
        }
    }

    /** Returns the outcomes in the order of the request. */
    List<ChurnOutcome> churnOutcomes() {
        return outcomes.stream().map(RecordedOutcome::toChurnOutcome).toList();
    }
}
