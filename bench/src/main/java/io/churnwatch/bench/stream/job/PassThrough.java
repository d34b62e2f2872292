package io.churnwatch.bench.stream.job;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.risk.RiskTrend;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.FieldSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * A result for every event, as wide as the real one, that took no knowledge of the customer: what the sources and sinks
 * alone cost. A Flink function, so it must not hold what cannot be serialised.
 */
final class PassThrough implements MapFunction<FeedEvent, CustomerResult> {
    private static final double PROBABILITY = 0.2;

    /** As many and as long as those of a model that asks for the sample's ten fields. */
    private static final Map<String, AttributeValue> FEATURES = Map.of(
            "age", AttributeValue.of(42),
            "balance", AttributeValue.of(123_456.78),
            "credit_score", AttributeValue.of(652),
            "estimated_salary", AttributeValue.of(98_765.43),
            "gender", AttributeValue.of("Female"),
            "geography", AttributeValue.of("Germany"),
            "has_cr_card", AttributeValue.of(1),
            "is_active_member", AttributeValue.of(0),
            "num_of_products", AttributeValue.of(2),
            "tenure", AttributeValue.of(5));

    @Override
    public CustomerResult map(FeedEvent event) {
        CustomerUpdate update = event.update();
        return new CustomerResult(
                update.customerId(), null, update.profile(), changed(update.profile()), score(event), null, false);
    }

    private static FieldSet changed(CustomerProfile profile) {
        int bits = 0;
        for (ProfileField field : ProfileField.values()) {
            bits |= field.of(profile) == null ? 0 : 1 << field.ordinal();
        }
        return new FieldSet(bits, false);
    }

    private static RiskScored score(FeedEvent event) {
        CustomerUpdate update = event.update();
        return new RiskScored(
                new RiskScored.Trigger(update.eventId(), update.customerId(), update.occurredAt(), Cause.UPDATE),
                new RiskScored.Turn(sequence(event), event.record().loggedAt()),
                Instant.now(),
                new RiskScored.Risk(PROBABILITY, false, RiskBand.LOW, RiskTrend.STABLE),
                new RiskScored.Previous(PROBABILITY, new RiskScored.Baseline(PROBABILITY)),
                1_000.0,
                new RiskScored.Versions("pass-through", 1),
                null,
                FEATURES,
                List.of());
    }

    /** The first score of a customer has the sequence 1, and makes the row; the feed sends each whole once, and first. */
    private static long sequence(FeedEvent event) {
        return event.update().op() == UpdateOp.UPSERT ? 1 : event.record().offset() + 1;
    }
}
