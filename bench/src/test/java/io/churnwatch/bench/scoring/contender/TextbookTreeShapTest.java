package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextbookTreeShapTest {
    private final List<Features> customers = SmallForestCustomers.all();

    @Test
    void textbookTreeShapExplainsAsTheEngine() throws Exception {
        PmmlForest forest = PmmlForest.read(SmallForest.PMML);
        TextbookTreeShap textbook = new TextbookTreeShap(forest.trees());
        double[] contributions = new double[forest.inputFields().size()];

        assertThat(customers).hasSizeGreaterThan(100);
        for (Features customer : customers) {
            Explanation ours = forest.explain(customer);
            textbook.explain(forest.encode(customer), contributions);
            for (int f = 0; f < contributions.length; f++) {
                assertThat(contributions[f])
                        .isCloseTo(ours.contribution(forest.inputFields().get(f).name()), within(1e-9));
            }
        }
    }
}
