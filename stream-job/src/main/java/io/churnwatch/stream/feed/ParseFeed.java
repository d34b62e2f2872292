package io.churnwatch.stream.feed;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.OccurredAt;
import io.churnwatch.feed.RejectionReason;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads the feed's bytes; what is no valid update leaves by {@link #REJECTED}. */
public final class ParseFeed extends ProcessFunction<FeedRecord, FeedEvent> {
    public static final OutputTag<DeadLetter> REJECTED =
            new OutputTag<>("rejected-by-parsing", TypeInformation.of(DeadLetter.class));

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
        if (!OccurredAt.isPast(update.occurredAt(), record.loggedAt())) {
            throw new InvalidUpdateException(
                    RejectionReason.OCCURRED_IN_FUTURE,
                    "occurred_at",
                    update.occurredAt() + " lies more than " + OccurredAt.CLOCK_SKEW_MAX.toMinutes()
                            + " minutes after the log time " + record.loggedAt());
        }
    }
}
