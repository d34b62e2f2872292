package io.churnwatch.scoring.jpmml;

import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.PmmlEngine;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class JpmmlEngineTest {
    private final PmmlEngine engine =
            ServiceLoader.load(PmmlEngine.class).findFirst().orElseThrow();

    @Test
    void itScoresAsOurEngineDoes() throws Exception {
        Features customer = Features.of(loyalCustomer());

        assertThat(engine.read(SmallForest.PMML).score(customer))
                .isEqualTo(PmmlForest.read(SmallForest.PMML).score(customer));
    }

    @Test
    void itSaysThatItDoesNotExplain() throws Exception {
        ExplainableModel model = engine.read(SmallForest.PMML);

        assertThat(model.whyNotExplainable()).isPresent();
        assertThatThrownBy(() -> model.explain(Features.of(loyalCustomer())))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsNoModelIsUnsupported() {
        assertThatThrownBy(() -> engine.read("junk".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnsupportedPmmlException.class);
    }

    @Test
    void aModelThatFailsItsOwnRowsIsNotRead() {
        String spoilt = new String(SmallForest.PMML, StandardCharsets.UTF_8)
                .replaceFirst("(?s)<Segment [^>]*>.*?</Segment>", "");

        assertThatThrownBy(() -> engine.read(spoilt.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("verification rows");
    }
}
