package io.churnwatch.bench.scoring.contender;

/** What a contender runs in. */
public enum Platform {
    /** A JVM of its own for every measurement, by JMH. */
    JVM,
    /** The same, with Spark on the class path. */
    JVM_WITH_SPARK,
    /** A program of its own, which takes its time itself. */
    PROGRAM
}
