package io.churnwatch.bench.stream.run;

/** Where results go. */
public enum Sinks {
    /** PostgreSQL and Kafka, as in production. */
    REAL("PostgreSQL and Kafka"),
    /** Nowhere. */
    DISCARDING("nowhere");

    private final String title;

    Sinks(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
