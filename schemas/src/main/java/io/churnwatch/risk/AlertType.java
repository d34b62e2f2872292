package io.churnwatch.risk;

/** The kinds of alert. */
public enum AlertType {
    /** The probability crossed the threshold. */
    HIGH_RISK,
    /** The probability rose by more than the threshold in one step. */
    RISK_INCREASE,
    /** A summary of the day or week. */
    SUMMARY
}
