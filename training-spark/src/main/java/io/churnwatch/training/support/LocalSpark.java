package io.churnwatch.training.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a training: on the master of spark-submit or of a system property, else on two cores of this machine. */
public final class LocalSpark {
    private static final String CHECKPOINTS = "spark.checkpoint.dir";

    public static SparkSession start() {
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "churnwatch-training")
                .setIfMissing("spark.master", "local[2]")
                .setIfMissing("spark.sql.session.timeZone", "UTC");
        if (conf.get("spark.master").startsWith("local")) {
            suitThisMachine(conf);
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /**
     * Rejects a session without checkpoints, in which some hundred boosted trees end in a stack overflow.
     *
     * @throws TrainingFailedException naming the property to set
     */
    public static void requireCheckpoints(SparkSession spark) {
        if (spark.sparkContext().getCheckpointDir().isEmpty()) {
            throw new TrainingFailedException(
                    "Boosted trees need a folder for checkpoints, that every executor reaches:"
                            + " spark-submit --conf " + CHECKPOINTS + "=…. Or train a forest.");
        }
    }

    private static void suitThisMachine(SparkConf conf) {
        conf.setIfMissing("spark.ui.enabled", "false")
                // A bank's customers are few to Spark; its 200 partitions would cost more than they share out.
                .setIfMissing("spark.sql.shuffle.partitions", "2")
                .setIfMissing("spark.driver.host", "127.0.0.1")
                .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        if (!conf.contains(CHECKPOINTS)) {
            conf.set(CHECKPOINTS, Temporary.FOLDER);
        }
    }

    /**
     * Made once, and gone with this JVM. Each boosted tree builds on the one before it. Without a checkpoint every few trees,
     * Spark remembers the whole way back, and after about a hundred of them the stack is too small for it.
     */
    private static final class Temporary {
        private static final String FOLDER = make();

        private static String make() {
            try {
                Path folder =
                        new Path(Files.createTempDirectory("churnwatch-spark-").toUri());
                FileSystem.getLocal(new Configuration()).deleteOnExit(folder);
                return folder.toString();
            } catch (IOException e) {
                throw new UncheckedIOException("There is no room for temporary files", e);
            }
        }
    }

    private LocalSpark() {}
}
