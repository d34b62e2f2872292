package io.churnwatch.training.worker;

import io.churnwatch.training.support.LocalSpark;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One Spark session for job after job: begun with the first, ended when none has come for a while. */
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

    /** A job is over: from now on it is idle. */
    void used() {
        lastUsed = System.nanoTime();
    }

    /** Makes what Spark is doing fail, also from another thread. */
    void breakOff() {
        SparkSession current = session;
        if (current != null && !current.sparkContext().isStopped()) {
            current.sparkContext().cancelAllJobs();
        }
    }

    /** Gives the memory of an idle session back to the machine. */
    void endIfIdle() {
        SparkSession current = session;
        if (current != null && System.nanoTime() - lastUsed > idleMax.toNanos()) {
            current.stop();
            session = null;
            System.gc();
        }
    }
}
