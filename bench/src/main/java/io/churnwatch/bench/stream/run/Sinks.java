package io.churnwatch.bench.stream.run;

/** Where results go. */
public enum Sinks {
    /** PostgreSQL and Kafka, as in production. */
    REAL,
    /** Nowhere. */
    DISCARDING
}
