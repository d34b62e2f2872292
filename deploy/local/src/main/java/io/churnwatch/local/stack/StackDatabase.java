package io.churnwatch.local.stack;

import java.nio.file.Path;

/** The tables, as far as {@code up} depends on them. */
public interface StackDatabase {
    /** How many customers there are, and how many of them have a score. */
    record Count(long customers, long scored) {
        boolean isComplete() {
            return scored >= customers;
        }
    }

    Count count();

    boolean hasCustomers();

    boolean hasChampion();

    /** Loads a CSV file of customers, and queues the updates that have them scored. */
    void load(Path customers);
}
