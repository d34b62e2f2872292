package io.churnwatch.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.forest.PmmlForest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The baselines are written apart from the engine, and compute what it computes. */
class AgreementTest {
    private final PlainTrees trees = PlainTrees.read(SmallForest.PMML);
    private final List<Features> customers = customers();

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

    @Test
    void nothingDiffersOnTheSmallForest() throws Exception {
        Agreement agreement = Agreement.of(SmallForest.PMML, customers.toArray(Features[]::new));

        assertThat(agreement.customers()).isEqualTo(customers.size());
        assertThat(agreement.jpmmlDifferences()).isZero();
        assertThat(agreement.naiveDifferences()).isZero();
        assertThat(agreement.contributionDifference()).isLessThan(1e-9);
    }

    private static List<Features> customers() {
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(
                CustomerProfile.class.getResourceAsStream("/model/small-forest-scores.csv"), StandardCharsets.UTF_8))) {
            return HeldOutCustomers.read(csv.lines()).stream().map(Features::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
