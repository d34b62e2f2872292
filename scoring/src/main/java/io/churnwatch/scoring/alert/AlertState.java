package io.churnwatch.scoring.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules remember of a customer.
 *
 * @param highRiskArmed whether the next crossing of the threshold raises HIGH_RISK
 * @param lastHighRiskAt log time of the last HIGH_RISK; null before the first
 */
public record AlertState(boolean highRiskArmed, @Nullable Instant lastHighRiskAt) {
    /** The state of a customer never seen before. */
    public static final AlertState ARMED = new AlertState(true, null);
}
