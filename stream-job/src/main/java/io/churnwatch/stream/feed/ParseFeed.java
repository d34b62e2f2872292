package io.churnwatch.stream.feed;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.RejectionReason;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads the feed's bytes; what is no valid update leaves by {@link #REJECTED}. */
public final class ParseFeed extends ProcessFunction<FeedRecord, FeedEvent> {
    public static final OutputTag<DeadLetter> REJECTED =
            new OutputTag<>("rejected-by-parsing", TypeInformation.of(DeadLetter.class));

    /** How far an update's clock may run ahead of the broker's. */
    static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    private transient RejectionCounters rejected;

    @Override
    public void open(OpenContext context) {
        rejected = new RejectionCounters(getRuntimeContext().getMetricGroup().addGroup("churnwatch"));
    }

    @Override
    public void processElement(FeedRecord record, Context context, Collector<FeedEvent> out) {
        try {
            CustomerUpdate update = CustomerUpdateJson.read(record.value());
            requirePast(update, record);
            out.collect(new FeedEvent(update, record));
        } catch (InvalidUpdateException e) {
            rejected.count(e.reason());
            context.output(REJECTED, new DeadLetter(record, e.reason(), "", e.field(), e.detail()));
        }
    }

    private static void requirePast(CustomerUpdate update, FeedRecord record) throws InvalidUpdateException {
        if (update.occurredAt().isAfter(record.loggedAt().plus(CLOCK_SKEW_MAX))) {
            throw new InvalidUpdateException(
                    RejectionReason.OCCURRED_IN_FUTURE,
                    "occurred_at",
                    update.occurredAt() + " lies more than " + CLOCK_SKEW_MAX.toMinutes()
                            + " minutes after the log time " + record.loggedAt());
        }
    }
}
