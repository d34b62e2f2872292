package io.churnwatch.training;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a training: what spark-submit or a system property says, and otherwise two cores of this machine. */
public final class LocalSpark {
    public static SparkSession start() {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "churnwatch-training")
                .setIfMissing("spark.master", "local[2]")
                .setIfMissing("spark.ui.enabled", "false")
                // A bank's customers are few to Spark; its 200 partitions would cost more than they share out.
                .setIfMissing("spark.sql.shuffle.partitions", "2")
                .setIfMissing("spark.sql.session.timeZone", "UTC");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1").setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    private LocalSpark() {}
}
