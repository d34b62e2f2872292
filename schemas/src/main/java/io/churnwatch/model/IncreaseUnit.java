package io.churnwatch.model;

/** The unit of {@link AlertConfig#riskIncreaseThreshold}. */
public enum IncreaseUnit {
    /** Percent of the previous probability, as in the original system. */
    RELATIVE,
    /** Percentage points of probability: 20 means from 0.30 to 0.50. */
    POINTS
}
