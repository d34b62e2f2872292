package io.churnwatch.bench.stream.run;

import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.pmml.PmmlForest;
import org.junit.jupiter.api.Test;

class ChampionTest {
    @Test
    void theConstantModelAsksForTenFieldsAndScoresEverybodyTheSame() throws Exception {
        PmmlForest model = PmmlForest.read(Champion.constant().pmml());

        assertThat(model.inputFields()).hasSize(10);
        assertThat(model.score(Features.of(loyalCustomer()))).isEqualTo(0.2);
        assertThat(model.score(Features.of(leavingCustomer()))).isEqualTo(0.2);
    }
}
