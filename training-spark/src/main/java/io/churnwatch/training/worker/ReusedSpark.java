package io.churnwatch.training.worker;

import io.churnwatch.training.support.LocalSpark;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A Spark session for all jobs: it starts with the first, and stops when none has come for a while. */
final class ReusedSpark {
    private final Duration idleMax;
    private volatile @Nullable SparkSession session;
    private long lastUsed;

    ReusedSpark(Duration idleMax) {
        this.idleMax = idleMax;
    }

    SparkSession session() {
        SparkSession current = session;
        if (current == null || current.sparkContext().isStopped()) {
            current = LocalSpark.start();
            session = current;
        }
        return current;
    }

    /** Starts the idle time, at the end of a job. */
    void used() {
        lastUsed = System.nanoTime();
    }

    /** Cancels the current work of Spark, also from another thread. */
    void breakOff() {
        SparkSession current = session;
        if (current != null && !current.sparkContext().isStopped()) {
            current.sparkContext().cancelAllJobs();
        }
    }

    /** Stops an idle session, to free its memory. */
    void endIfIdle() {
        SparkSession current = session;
        if (current != null && System.nanoTime() - lastUsed > idleMax.toNanos()) {
            current.stop();
            session = null;
            System.gc();
        }
    }
}
