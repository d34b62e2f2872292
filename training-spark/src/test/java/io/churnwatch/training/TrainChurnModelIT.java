package io.churnwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.train.FittedModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole training from a file to a folder, on a real Spark session. */
class TrainChurnModelIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static CommandRun run;

    @BeforeAll
    static void train() throws IOException {
        Path customers = GeneratedCustomers.csv(folder.resolve("customers.csv"), 1_500, 1);
        run = trainOn(customers, "model");
    }

    @Test
    void theTrainingSucceedsAndSaysWhatItDid() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.progress())
                .contains("loaded 1500 customers", "fitted 10 trees of depth 5", "exported rf-20261123-120000");
        assertThat(run.out()).contains("ROC AUC", "PR AUC", "precision");
    }

    @Test
    void theMetricsAreThoseOfAFifthThatWasHeldOut() throws IOException {
        JsonNode metrics = new ObjectMapper().readTree(file("model", "metrics.json"));

        assertThat(metrics.at("/held_out/customers").asInt()).isBetween(300, 302);
        assertThat(metrics.at("/held_out/roc_auc").asDouble()).isGreaterThan(0.8);
        assertThat(metrics.at("/held_out/confusion/threshold").asDouble()).isEqualTo(0.7);
        assertThat(metrics.at("/split/by").asText()).isEqualTo("CUSTOMER_ID");
        assertThat(metrics.at("/training/customers").asInt()
                        + metrics.at("/held_out/customers").asInt())
                .isEqualTo(1_500);
        assertThat(metrics.at("/parameters/trees").asInt()).isEqualTo(10);
        assertThat(metrics.at("/parity/worst_difference").asDouble()).isLessThan(1e-12);
    }

    @Test
    void theModelSaysItsNameAndCarriesRowsToVerifyItWith() throws IOException {
        String pmml = Files.readString(file("model", "model.pmml").toPath());

        assertThat(pmml).contains("modelVersion=\"rf-20261123-120000\"", "<ModelVerification recordCount=\"50\"");
    }

    @Test
    void theMetricsSayHowSureTheyAreAndWhatTheModelReliesOn() throws IOException {
        JsonNode details =
                new ObjectMapper().readTree(file("model", "metrics.json")).at("/details");

        assertThat(details.at("/intervals/roc_auc/low").asDouble())
                .isBetween(0.7, details.at("/intervals/roc_auc/high").asDouble());
        assertThat(details.at("/importances/0/field").asText()).isEqualTo("age");
        assertThat(details.at("/importances/0/mean_contribution").asDouble()).isGreaterThan(0.05);
        assertThat(details.at("/segments")).hasSizeGreaterThan(8);
        assertThat(details.at("/lift/9/gain").asDouble()).isEqualTo(1);
    }

    @Test
    void theModelCardShowsItsCharts() throws IOException {
        assertThat(Files.readString(file("model", "model-card.md").toPath()))
                .contains("# Model rf-20261123-120000", "| geography Germany |", "![roc](roc.png)");
        assertThat(Files.readString(file("model", "model-card.html").toPath()))
                .contains("<title>Model rf-20261123-120000</title>", "data:image/png;base64,");
        assertThat(ImageIO.read(file("model", "roc.png")).getWidth()).isEqualTo(640);
    }

    @Test
    void theSavedPipelineScoresTheHeldOutCustomersOneByOneAsTheTrainingDid() throws IOException {
        ModelFolder model = new ModelFolder(folder.resolve("model"));
        FittedModel fitted;
        Vector[] vectors;
        try (SparkSession spark = LocalSpark.start()) {
            fitted = model.fitted();
            vectors = fitted.vectors(model.heldOut(spark)).toArray(Vector[]::new);
        }

        List<String> customers = Files.readAllLines(file("model", "scores.csv").toPath());
        assertThat(customers).hasSizeGreaterThan(300);
        for (int i = 1; i < customers.size(); i++) {
            String line = customers.get(i);
            double written = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
            assertThat(FittedModel.probability(fitted.classifier().predictProbability(vectors[i - 1])))
                    .as(line)
                    .isEqualTo(written);
        }
    }

    @Test
    void theSameCustomersInAnotherOrderGrowTheSameForest() throws IOException {
        List<String> lines = GeneratedCustomers.lines(1_500, 1);
        List<String> backwards = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(backwards);
        backwards.add(0, lines.get(0));

        trainOn(Files.write(folder.resolve("backwards.csv"), backwards), "backwards");

        assertThat(file("backwards", "model.pmml")).hasSameBinaryContentAs(file("model", "model.pmml"));
    }

    private static CommandRun trainOn(Path customers, String name) {
        return CommandRun.of(
                Map.of(),
                "--customers",
                customers.toString(),
                "--out",
                folder.resolve(name).toString(),
                "--trees",
                "10",
                "--depth",
                "5");
    }

    private static File file(String name, String file) {
        return folder.resolve(name).resolve(file).toFile();
    }
}
