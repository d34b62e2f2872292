package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The baselines are written apart from the engine, and compute what it computes. */
class BaselinesTest {
    private final PlainTrees trees = PlainTrees.read(SmallForest.PMML);
    private final List<Features> customers = SmallForestCustomers.all();

    @Test
    void naiveWalkScoresAsTheEngineToTheLastBit() throws Exception {
        PmmlForest forest = PmmlForest.read(SmallForest.PMML);
        NaiveWalk walk = new NaiveWalk(trees);

        assertThat(customers).hasSizeGreaterThan(100);
        for (Features customer : customers) {
            assertThat(walk.score(trees.encode(customer))).isEqualTo(forest.score(customer));
        }
    }

    @Test
    void textbookTreeShapExplainsAsTheEngine() throws Exception {
        PmmlForest forest = PmmlForest.read(SmallForest.PMML);
        TextbookTreeShap textbook = new TextbookTreeShap(trees);
        double[] contributions = new double[trees.fields().size()];

        for (Features customer : customers) {
            Explanation ours = forest.explain(customer);
            textbook.explain(trees.encode(customer), contributions);
            for (int f = 0; f < contributions.length; f++) {
                assertThat(contributions[f])
                        .isCloseTo(ours.contribution(trees.fields().get(f)), within(1e-9));
            }
        }
    }
}
