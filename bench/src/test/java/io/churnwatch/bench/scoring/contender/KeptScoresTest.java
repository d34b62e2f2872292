package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.forest.ForestScorer;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptScoresTest {
    @SuppressWarnings("NullAway.Init")
    private ForestScorer scorer;

    @SuppressWarnings("NullAway.Init")
    private double[][] rows;

    @BeforeEach
    void encode() throws Exception {
        PmmlForest forest = PmmlForest.read(SmallForest.PMML);
        List<Features> customers = SmallForestCustomers.all();
        scorer = forest.scorer();
        rows = new double[customers.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = forest.encode(customers.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 88, 95, 100})
    void theShareOfRowsWhoseKeyIsTheCustomersLastIsAsAsked(int percent) {
        RowUpdates updates = new RowUpdates(scorer, rows, percent);
        long[][] last = new long[rows.length][scorer.keyLength()];
        long[] key = new long[scorer.keyLength()];
        int unchanged = 0;
        for (int i = 0; i < 2 * updates.size(); i++) {
            scorer.writeKey(updates.row(), key);
            boolean same = Arrays.equals(key, last[updates.customer()]);
            unchanged += same && i >= updates.size() ? 1 : 0; // the first time nobody has a last key
            last[updates.customer()] = key.clone();
            updates.next();
        }

        assertThat(100.0 * unchanged / updates.size()).isCloseTo(percent, within(0.1));
    }

    @Test
    void aKeptScoreIsTheRowsOwnToTheLastBit() {
        RowUpdates updates = new RowUpdates(scorer, rows, 50);
        KeptScores kept = new KeptScores(scorer, rows.length);

        for (int i = 0; i < 2 * updates.size(); i++) {
            assertThat(kept.score(updates.customer(), updates.row())).isEqualTo(scorer.score(updates.row()));
            updates.next();
        }
    }

    @Test
    void aCustomersFirstRowIsScoredThoughItsKeyIsAllZeros() {
        double[] smallest = new double[rows[0].length];
        Arrays.setAll(
                smallest,
                f -> Arrays.stream(rows).mapToDouble(row -> row[f]).min().orElseThrow());

        assertThat(new KeptScores(scorer, 1).score(0, smallest)).isEqualTo(scorer.score(smallest));
    }
}
