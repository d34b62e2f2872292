package io.churnwatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.store.training.Algorithm;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.publish.TrainedModel;
import io.churnwatch.training.run.Training;
import io.churnwatch.training.run.TrainingPlan;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.support.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boosted trees, each of which builds on all before it, with and without checkpoints. */
@SuppressWarnings("NullAway.Init")
class BoostingIT {
    /** More than a stack holds when Spark remembers the way back to the first. */
    private static final int MANY = 120;

    @TempDir
    private Path folder;

    private Training training;

    @BeforeEach
    void plan() throws IOException {
        TrainingParameters many = new TrainingParameters(
                Algorithm.GBT, null, null, null, List.of(), false, false, MANY, 2, null, null, null, null, 16, null);
        FileCustomers customers =
                new FileCustomers(Files.write(folder.resolve("customers.csv"), GeneratedCustomers.lines(400, 4)));
        TrainingPlan plan = TrainingPlan.of(customers, many, Optional.empty(), Optional.empty());
        training = new Training(plan, Clock.systemUTC(), (percent, done) -> {});
    }

    @Test
    void manyTreesAreFittedOnThisMachine() throws IOException {
        try (SparkSession spark = LocalSpark.start()) {
            TrainedModel model = training.run(spark);

            assertThat(model.version().metrics().heldOut().rocAuc()).isGreaterThan(0.5);
        }
    }

    @Test
    void withoutAPlaceForCheckpointsTheyAreRefusedBeforeOneIsGrown() throws IOException {
        SparkConf bare = new SparkConf()
                .setMaster("local[1]")
                .setAppName("without checkpoints")
                .set("spark.ui.enabled", "false");
        try (SparkSession spark = SparkSession.builder().config(bare).getOrCreate()) {
            assertThatThrownBy(() -> training.run(spark))
                    .isInstanceOf(TrainingFailedException.class)
                    .hasMessageContaining("spark.checkpoint.dir=");
        }
    }
}
