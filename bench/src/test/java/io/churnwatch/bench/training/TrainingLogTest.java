package io.churnwatch.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.bench.process.BenchmarkFailedException;
import org.junit.jupiter.api.Test;

class TrainingLogTest {
    private static final String LOG = """
               6.0 s    2 %  started Spark 4.0.1
              11.3 s    8 %  loaded 8001 customers, 1630 of them left
            19:40:04 WARN  TaskSetManager: 5.0 s
              28.1 s   60 %  fitted 100 trees of depth 10
              29.5 s   65 %  evaluated on 1600 held-out customers: ROC AUC 0.8772
             108.3 s   97 %  wrote rf-20261125-193924
            peak 2097152 KiB
            """;

    @Test
    void aLogTellsWhenEachStageWasOverAndHowGoodTheForestIs() {
        assertThat(TrainingLog.parse(LOG)).isEqualTo(new TrainingLog(11.3, 28.1, 29.5, 0.8772));
    }

    @Test
    void thePeakOfMemoryIsInMebibytes() {
        assertThat(TrainingLog.peakMebibytes(LOG)).isEqualTo(2_048);
    }

    @Test
    void whatALogDoesNotSayIsNamed() {
        assertThatThrownBy(() -> TrainingLog.parse(LOG.replace("fitted", "grew")))
                .isInstanceOf(BenchmarkFailedException.class)
                .hasMessageContaining("fitted");
    }
}
