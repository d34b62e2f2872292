package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.scoring.contender.Agreement.Check;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.ModelFiles;
import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.model.SmallForest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
    @TempDir
    private Path folder;

    @Test
    void everyoneAgreesOnTheSmallForest() throws IOException {
        Agreement agreement = AgreementCheck.of(smallForest(SmallForestCustomers.lines()));

        assertThat(agreement.require("the small forest").customers()).isGreaterThan(100);
        assertThat(agreement.checks())
                .filteredOn(check -> check.difference() == 0)
                .extracting(Check::who)
                .contains("jpmml", "our own of all rows at once");
    }

    @Test
    void aScoreOfTheTrainersThatIsNotOursIsNoticed() throws IOException {
        List<String> lines = new ArrayList<>(SmallForestCustomers.lines());
        String last = lines.remove(lines.size() - 1);
        lines.add(last.substring(0, last.lastIndexOf(',')) + ",0.123");

        assertThatThrownBy(() -> AgreementCheck.of(smallForest(lines)).require("the small forest"))
                .isInstanceOf(BenchmarkFailedException.class)
                .hasMessageContaining("Our scores of the small forest differ from those of Spark by up to 0.");
    }

    @Test
    void whoeverDiffersByMoreThanRoundingIsNamed() {
        Agreement agreement = new Agreement(
                2_000,
                List.of(new Check("jpmml", 1e-16, 0), new Check("ONNX", 9e-7, 1e-5), new Check("C", Double.NaN, 1)));

        assertThatThrownBy(() -> agreement.require("100x5"))
                .hasMessageContaining(
                        "those of jpmml by up to 1.00e-16 where at most 0e+00 is rounding; C by up to NaN")
                .hasMessageNotContaining("ONNX");
    }

    private TrainedForest smallForest(List<String> scores) throws IOException {
        Files.write(folder.resolve("model.pmml"), SmallForest.PMML);
        Files.write(folder.resolve("scores.csv"), scores);
        return new TrainedForest(Origin.SPARK, new ForestShape(10, 5), new ModelFiles(folder));
    }
}
