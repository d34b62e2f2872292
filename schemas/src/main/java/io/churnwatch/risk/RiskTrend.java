package io.churnwatch.risk;

/** Where a customer's last scores point. */
public enum RiskTrend {
    RISING,
    FALLING,
    STABLE
}
