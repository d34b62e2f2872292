package io.churnwatch.risk;

/** How high a risk is, for people's eyes. */
public enum RiskBand {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
