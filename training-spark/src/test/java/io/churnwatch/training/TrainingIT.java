package io.churnwatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.scoring.InputField;
import io.churnwatch.store.training.TrainingOptions;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.HoldOut;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.publish.Artifact;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.TrainedModel;
import io.churnwatch.training.run.Training;
import io.churnwatch.training.run.TrainingCancelledException;
import io.churnwatch.training.run.TrainingPlan;
import io.churnwatch.training.run.TrainingProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in a session that stays open, as the worker runs them. */
@ExtendWith(SparkForTests.class)
@SuppressWarnings("NullAway.Init")
class TrainingIT {
    private static final List<String> SMALL_FOREST = List.of("--trees=4", "--depth=3", "--max-bins=16");

    @TempDir
    private Path folder;

    @Test
    void badColumnsAreLeftOutOrThrownTogetherAndTheCostOfALeftOutFieldIsTold(SparkSession spark) throws IOException {
        List<String> said = new ArrayList<>();
        TrainingPlan plan = plan(withBadColumns(), "--without=gender", "--learning-curve");

        TrainedModel model = new Training(plan, Clock.systemUTC(), (percent, done) -> said.add(done)).run(spark);

        assertThat(said)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("takes 8 fields; leaves out gender; leaves out balance, known of 0 customers only; "
                                + "of the values of geography, about ")
                        .endsWith(", distinguishes the 15 most frequent"));
        assertThat(model.version().features()).extracting(InputField::name).doesNotContain("gender", "balance");
        assertThat(model.version().metrics().details().complete().other()).isEqualTo("with gender");
        assertThat(model.version().metrics().details().learningCurve().steps()).hasSize(5);
        assertThat(model.artifacts())
                .extracting(Artifact::name)
                .contains("model-card.md", "model-card.html", "learning-curve.png");
    }

    @Test
    void aGridIsSearchedAndTold(SparkSession spark) throws IOException {
        TrainingPlan plan = plan(GeneratedCustomers.lines(400, 4), "--grid=quick", "--tune-on=pr_auc");

        TrainedModel model = new Training(plan, Clock.systemUTC(), (percent, done) -> {}).run(spark);

        assertThat(model.version().metrics().search().tuning().shapes()).hasSize(5);
        assertThat(model.version().metrics().search().tuning().metric()).isEqualTo(Metric.PR_AUC);
        assertThat(card(model)).contains("## Shapes that were compared", "By PR AUC in cross-validation.");
    }

    @Test
    void theNewestAreHeldOutWhereItIsKnownWhenCustomersLeft(SparkSession spark) throws IOException {
        Path out = folder.resolve("timed");
        TrainingPlan sinceMay = TrainingPlan.of(
                customers(withDays(GeneratedCustomers.lines(1_000, 4))),
                parameters("--since=2026-05-01"),
                Optional.empty(),
                Optional.of(new ModelFolder(out)));

        TrainedModel model = new Training(sinceMay, Clock.systemUTC(), (percent, done) -> {}).run(spark);

        HoldOut split = model.version().metrics().split();
        assertThat(split.exitsFrom()).isBetween("2026-05-20T00:00:00Z", "2026-05-29T00:00:00Z");
        assertThat(card(model)).contains("with outcomes since 2026-05-01", "the rest was held out, " + split.why());
        JsonNode written =
                new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
        assertThat(written.at("/split/by").asText()).isEqualTo("OUTCOME_TIME");
        assertThat(written.at("/split/exits_from").asText())
                .isEqualTo(split.exitsFrom().toString());
        assertThat(written.at("/data/since").asText()).isEqualTo("2026-05-01");
    }

    @Test
    void whoeverListensCanEndATrainingBetweenItsSteps(SparkSession spark) throws IOException {
        Path out = folder.resolve("model");
        TrainingPlan writing = TrainingPlan.of(
                customers(GeneratedCustomers.lines(400, 4)),
                parameters(),
                Optional.empty(),
                Optional.of(new ModelFolder(out)));
        TrainingProgress cancelling = (percent, done) -> {
            if (done.startsWith("fitted")) {
                throw new TrainingCancelledException("by a person");
            }
        };

        assertThatThrownBy(() -> new Training(writing, Clock.systemUTC(), cancelling).run(spark))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessage("by a person");
        assertThat(out).doesNotExist();
    }

    /** No balance is known, and everyone lives in a town of their own but for the Germans. */
    private static List<String> withBadColumns() {
        List<String> lines = GeneratedCustomers.lines(1_000, 4);
        List<String> header = List.of(lines.get(0).split(",", -1));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> i == 0 ? lines.get(0) : withBadColumns(lines.get(i), header, i))
                .toList();
    }

    private static String withBadColumns(String line, List<String> header, int number) {
        String[] cells = line.split(",", -1);
        cells[header.indexOf("balance")] = "";
        int geography = header.indexOf("geography");
        cells[geography] = cells[geography].equals("Germany") ? "Germany" : "Town " + number;
        return String.join(",", cells);
    }

    /** Every other outcome is of April 2026, and the others of May. */
    private static List<String> withDays(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i)
                        + (i == 0 ? ",occurred_at" : ",2026-%02d-%02d".formatted(4 + (i + 1) % 2, 1 + i % 28)))
                .toList();
    }

    private TrainingPlan plan(List<String> lines, String... options) throws IOException {
        return TrainingPlan.of(customers(lines), parameters(options), Optional.empty(), Optional.empty());
    }

    private static TrainingParameters parameters(String... options) {
        return TrainingOptions.parse(
                Stream.concat(SMALL_FOREST.stream(), Stream.of(options)).toList(),
                Clock.systemUTC().instant());
    }

    private FileCustomers customers(List<String> lines) throws IOException {
        return new FileCustomers(Files.write(folder.resolve("customers.csv"), lines));
    }

    private static String card(TrainedModel model) {
        return model.artifacts().stream()
                .filter(artifact -> artifact.name().equals("model-card.md"))
                .map(artifact -> new String(artifact.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
