package io.churnwatch.scoring.forest;

/** How a value is computed from the values of a row. Thread-safe, allocates nothing. */
public interface Formula {
    /**
     * The value for a row.
     *
     * @param row one double per column; those that the formula depends on are already computed
     * @return a value, or one of {@link NoValue}'s
     */
    double of(double[] row);
}
