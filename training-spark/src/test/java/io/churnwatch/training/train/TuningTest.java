package io.churnwatch.training.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.train.Tuning.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TuningTest {
    private static final ForestParameters GIVEN = ForestParameters.DEFAULT;
    private static final ForestParameters OTHER = GIVEN.with(8, 10, 0.33);

    @Test
    void theHighestMeanWins() {
        Tuning tuning = new Tuning(Metric.ROC_AUC, List.of(candidate(GIVEN, 0.8, 0.9), candidate(OTHER, 0.86, 0.86)));

        assertThat(tuning.best().parameters()).isEqualTo(OTHER);
    }

    @Test
    void ofAnErrorTheLowestMeanWins() {
        Tuning tuning = new Tuning(Metric.BRIER, List.of(candidate(GIVEN, 0.10, 0.11), candidate(OTHER, 0.12, 0.12)));

        assertThat(tuning.best().parameters()).isEqualTo(GIVEN);
    }

    @Test
    void ofEqualOnesTheFirstWins() {
        Tuning tuning = new Tuning(Metric.ROC_AUC, List.of(candidate(GIVEN, 0.9), candidate(OTHER, 0.9)));

        assertThat(tuning.best().parameters()).isEqualTo(GIVEN);
    }

    @ParameterizedTest
    @EnumSource
    void theGivenShapeIsTriedFirstAndNoneTwice(ShapeGrid grid) {
        assertThat(grid.around(GIVEN)).startsWith(GIVEN).doesNotHaveDuplicates();
        assertThat(grid.around(BoostingParameters.DEFAULT))
                .startsWith(BoostingParameters.DEFAULT)
                .doesNotHaveDuplicates();
    }

    @Test
    void aWiderGridTriesMore() {
        assertThat(ShapeGrid.QUICK.around(GIVEN)).hasSize(4);
        assertThat(ShapeGrid.DEFAULT.around(GIVEN)).hasSize(12);
        assertThat(ShapeGrid.WIDE.around(GIVEN)).hasSize(36);
    }

    private static Candidate candidate(TreeParameters parameters, Double... values) {
        return new Candidate(parameters, List.of(values), List.of());
    }
}
