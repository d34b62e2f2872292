package io.churnwatch.training.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.scoring.InputField;
import io.churnwatch.store.training.Algorithm;
import io.churnwatch.training.GeneratedCustomers;
import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Isotonic;
import io.churnwatch.training.evaluate.Isotonic.Point;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.publish.ModelIdentity;
import io.churnwatch.training.publish.ParityGate;
import io.churnwatch.training.publish.ParityProbes;
import io.churnwatch.training.publish.Pmml;
import io.churnwatch.training.publish.PmmlExport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each way of fitting leads through the export to engines that say what Spark says. */
@ExtendWith(SparkForTests.class)
@SuppressWarnings("NullAway.Init")
class TreePipelineIT {
    private static final ForestParameters SMALL = new ForestParameters(5, 4, 5, 0.5, 16, 7);
    private static final BoostingParameters BOOSTED = new BoostingParameters(4, 3, 5, 0.1, 0.7, 16, 7);

    private static Split split;

    @BeforeAll
    static void deal(@TempDir Path folder, SparkSession spark) throws IOException {
        FileCustomers source = new FileCustomers(GeneratedCustomers.csv(folder.resolve("customers.csv"), 800, 5));
        split = Split.of(CleanCustomers.of(source.read(spark), source.name()), 7);
    }

    @Test
    void boostedTreesPassTheGate() {
        FittedModel fitted = new TreePipeline(ModelFeatures.all(), BOOSTED).fit(split.training());

        assertThat(gated(fitted, split)).isNotNull();
    }

    @Test
    void derivedFeaturesTravelInsideThePmml() {
        FittedModel fitted = new TreePipeline(ModelFeatures.all().withDerived(), SMALL).fit(split.training());

        Pmml pmml = gated(fitted, split);

        assertThat(pmml.forest().inputFields()).extracting(InputField::name).doesNotContain("balance_to_salary");
    }

    @Test
    void aCalibrationTravelsInsideThePmml() {
        Isotonic calibration = new Isotonic(List.of(new Point(0.1, 0.05), new Point(0.5, 0.6), new Point(0.9, 0.95)));
        FittedModel fitted = new TreePipeline(ModelFeatures.all(), SMALL)
                .fit(split.training())
                .calibrated(Optional.of(calibration));

        assertThat(gated(fitted, split)).isNotNull();
    }

    @Test
    void whatIsLeftOutIsNotInTheModel() {
        ModelFeatures features = ModelFeatures.all().without(Set.of("gender", "age"));

        Pmml pmml = gated(new TreePipeline(features, SMALL).fit(split.training()), split);

        assertThat(pmml.forest().inputFields())
                .extracting(InputField::name)
                .doesNotContain("gender", "age")
                .contains("is_active_member");
    }

    @Test
    void ofAThousandCategoriesTheMostFrequentAreToldApart() {
        Split many = withGeography(functions.expr(
                "if(geography = 'Germany', geography, concat('Town ', cast(pmod(hash(customer_id), 1000) as"
                        + " string)))"));

        Pmml pmml = gated(new TreePipeline(ModelFeatures.all(), SMALL).fit(many.training()), many);

        List<String> categories = pmml.forest().inputFields().stream()
                .filter(field -> field.name().equals("geography"))
                .findFirst()
                .orElseThrow()
                .categories();
        assertThat(categories).hasSize(15).contains("Germany");
    }

    @Test
    void theSearchTriesEveryShapeOnEveryFoldAndTellsOfEach() {
        List<Tuning.Candidate> heard = new ArrayList<>();
        List<TreeParameters> shapes = List.of(SMALL, SMALL.with(1, 5, 0.5));

        Tuning tuning =
                new CrossValidation(2, Metric.ROC_AUC, 7).of(split.training(), ModelFeatures.all(), shapes, heard::add);

        assertThat(heard).isEqualTo(tuning.candidates()).hasSize(2);
        assertThat(tuning.best().parameters()).isEqualTo(SMALL);
        assertThat(tuning.best().values()).hasSize(2).allMatch(value -> value > 0.7);
        assertThat(tuning.best().heldOut().stream().mapToInt(List::size).sum())
                .isEqualTo((int) split.training().count());
    }

    private static Split withGeography(Column geography) {
        return new Split(
                split.training().withColumn("geography", geography).cache(),
                split.heldOut().withColumn("geography", geography).cache(),
                split.holdOut());
    }

    private static Pmml gated(FittedModel fitted, Split customers) {
        ModelIdentity identity = ModelIdentity.of(Algorithm.FOREST, Instant.EPOCH);
        Pmml pmml = PmmlExport.export(fitted, customers.training(), identity);
        ParityGate.of(pmml).check(fitted, ParityProbes.of(fitted, customers));
        return pmml;
    }
}
