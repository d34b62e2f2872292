package io.churnwatch.training;

import org.apache.spark.sql.SparkSession;

/** The Spark session of a training: what spark-submit says, or all cores of this machine. */
public final class LocalSpark {
    /** A bank's customers fit into two partitions per core or fewer; Spark's 200 would only cost scheduling. */
    private static final int PARTITIONS = 2;

    public static SparkSession start() {
        return SparkSession.builder()
                .appName("churnwatch-training")
                .master(System.getProperty("spark.master", "local[2]"))
                .config("spark.ui.enabled", System.getProperty("spark.ui.enabled", "false"))
                .config(
                        "spark.sql.shuffle.partitions",
                        System.getProperty("spark.sql.shuffle.partitions", "" + PARTITIONS))
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }

    private LocalSpark() {}
}
