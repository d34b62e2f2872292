package io.churnwatch.api.outcome;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.api.error.QueryTime;
import io.churnwatch.feed.OccurredAt;
import io.churnwatch.store.outcome.ChurnOutcome;
import io.churnwatch.store.outcome.Outcome;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some outcomes, of which none has the customer and the time of another. */
record OutcomesRequest(
        @ArraySchema(minItems = 1, maxItems = OutcomesRequest.COUNT_MAX)
        List<RecordedOutcome> outcomes) {

    static final int COUNT_MAX = 1_000;

    /**
     * What became of a customer.
     *
     * @param occurredAt of the exit, or until when the customer stayed
     */
    record RecordedOutcome(
            @Schema(minimum = "1", maximum = "9007199254740991")
            long customerId,

            Outcome outcome,
            Instant occurredAt) {}

    /** The outcomes in the order of the request; now is when it came. */
    static List<ChurnOutcome> read(JsonNode json, Instant now) {
        BodyReader body = new BodyReader(json, "outcomes");
        List<BodyReader> items = body.items("outcomes", COUNT_MAX, "customer_id", "outcome", "occurred_at");
        Map<ChurnOutcome.Key, Integer> places = new HashMap<>();
        List<ChurnOutcome> read = new ArrayList<>();
        for (BodyReader item : items) {
            ChurnOutcome outcome = outcome(item, now);
            if (outcome != null) {
                Integer first = places.putIfAbsent(outcome.key(), read.size());
                if (first != null) {
                    item.refuse("", "has the customer and the time of /outcomes/" + first);
                }
                read.add(outcome);
            }
        }
        body.refuseErrors();
        return read;
    }

    /** Null when it is refused. */
    private static @Nullable ChurnOutcome outcome(BodyReader item, Instant now) {
        long customerId = item.customerId();
        Outcome outcome = item.choice("outcome", Outcome.class);
        Instant occurredAt = occurredAt(item, now);
        return item.isRefused() ? null : new ChurnOutcome(customerId, outcome, occurredAt);
    }

    private static Instant occurredAt(BodyReader item, Instant now) {
        String text = item.text("occurred_at");
        try {
            Instant occurredAt = text.isEmpty() ? now : Instant.parse(text);
            if (occurredAt.isBefore(OccurredAt.EARLIEST) || !OccurredAt.isPast(occurredAt, now)) {
                item.refuse("/occurred_at", "must lie between 1900 and now");
                return now;
            }
            return occurredAt;
        } catch (DateTimeParseException e) {
            item.refuse("/occurred_at", QueryTime.NOT_A_TIME);
            return now;
        }
    }
}
