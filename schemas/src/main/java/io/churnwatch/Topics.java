package io.churnwatch;

import java.util.List;

/**
 * The Kafka topics. Keys are customer ids in decimal, unless a topic says otherwise; values are JSON. Every topic uses broker
 * time stamps ({@code message.timestamp.type=LogAppendTime}): that log time is the pipeline's clock.
 */
public final class Topics {
    /** Every change of a customer, in the order that is the truth for risk. */
    public static final String CUSTOMER_UPDATES = "churnwatch.customer-updates";

    /** Rejected records: the original bytes, with the reason in headers. Keys are positions in the feed, partition-offset. */
    public static final String DEAD_LETTERS = "churnwatch.customer-updates.dlq";

    /** Every score. */
    public static final String RISK_SCORED = "churnwatch.risk-scored";

    /** Every alert. */
    public static final String RISK_ALERTS = "churnwatch.risk-alerts";

    /**
     * Alert configurations (key {@code alert-config}) and model pointers (key {@code model}); one partition, so that all readers
     * see one order.
     */
    public static final String CONTROL = "churnwatch.control";

    /** All topics. */
    public static List<String> all() {
        return List.of(CUSTOMER_UPDATES, DEAD_LETTERS, RISK_SCORED, RISK_ALERTS, CONTROL);
    }

    private Topics() {}
}
