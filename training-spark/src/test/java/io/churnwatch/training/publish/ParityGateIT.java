package io.churnwatch.training.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.store.training.Algorithm;
import io.churnwatch.training.GeneratedCustomers;
import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.support.TrainingFailedException;
import io.churnwatch.training.train.FittedModel;
import io.churnwatch.training.train.ForestParameters;
import io.churnwatch.training.train.ModelFeatures;
import io.churnwatch.training.train.TreePipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkForTests.class)
@SuppressWarnings("NullAway.Init")
class ParityGateIT {
    private static final Pattern THRESHOLD = Pattern.compile("operator=\"lessOrEqual\" value=\"([^\"]+)\"");

    private static FittedModel fitted;
    private static ParityProbes probes;
    private static String pmml;

    @BeforeAll
    static void train(@TempDir Path folder, SparkSession spark) throws IOException {
        FileCustomers source = new FileCustomers(GeneratedCustomers.csv(folder.resolve("customers.csv"), 800, 2));
        Split split = Split.of(CleanCustomers.of(source.read(spark), source.name()), 7);
        fitted =
                new TreePipeline(ModelFeatures.all(), new ForestParameters(10, 5, 5, 0.5, 64, 7)).fit(split.training());
        probes = ParityProbes.of(fitted, split);
        Pmml exported = PmmlExport.export(fitted, split.training(), ModelIdentity.of(Algorithm.FOREST, Instant.EPOCH));
        pmml = new String(exported.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFaithfulExportPasses() {
        ParityReport report = ParityGate.of(pmml(pmml)).check(fitted, probes);

        assertThat(report.rows()).isGreaterThan(800 + 3 * report.thresholds());
        assertThat(report.thresholds()).isGreaterThan(20);
        assertThat(report.worstDifference()).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 60, 100})
    void aThresholdEditedByOneUlpInAnyNodeIsCaught(int node) {
        String edited = withNextThreshold(node);

        assertThatThrownBy(() -> gateWithoutVerification(edited).check(fitted, probes))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("The model is refused: on ")
                .hasMessageContaining("PmmlForest 0.");
    }

    @Test
    void aLeafEditedIsCaught() {
        String edited = pmml.replaceFirst(
                "<ScoreDistribution value=\"0\" recordCount=\"(\\d+)\"",
                "<ScoreDistribution value=\"0\" recordCount=\"1$1\"");

        assertThatThrownBy(() -> gateWithoutVerification(edited).check(fitted, probes))
                .isInstanceOf(TrainingFailedException.class);
    }

    @Test
    void anEngineThatRefusesARowDoesNotPass() {
        String edited = pmml.replace(" missingValueReplacement=\"5.0\" missingValueTreatment=\"asMedian\"", "");

        assertThatThrownBy(() -> gateWithoutVerification(edited).check(fitted, probes))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("refuses it");
    }

    @Test
    void aModelThatFailsItsOwnVerificationRowsIsRefused() {
        String edited = pmml.replaceFirst("<data:probability_1>0\\.", "<data:probability_1>0.9");

        assertThatThrownBy(() -> ParityGate.of(pmml(edited)))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("fails its own verification rows");
    }

    private static String withNextThreshold(int node) {
        MatchResult threshold =
                THRESHOLD.matcher(pmml).results().skip(node).findFirst().orElseThrow();
        double edited = Math.nextUp(Double.parseDouble(threshold.group(1)));
        return pmml.substring(0, threshold.start(1)) + edited + pmml.substring(threshold.end(1));
    }

    /** The engines as {@link ParityGate#of} makes them, but a planted fault must be caught by the probes alone. */
    private static ParityGate gateWithoutVerification(String pmml) {
        byte[] bytes = pmml(pmml).bytes();
        try {
            return new ParityGate(List.of(
                    new NamedModel("jpmml", JpmmlModel.read(bytes)),
                    new NamedModel("PmmlForest", PmmlForest.read(bytes))));
        } catch (UnsupportedPmmlException e) {
            throw new AssertionError(e);
        }
    }

    private static Pmml pmml(String text) {
        return new Pmml(text.getBytes(StandardCharsets.UTF_8));
    }
}
