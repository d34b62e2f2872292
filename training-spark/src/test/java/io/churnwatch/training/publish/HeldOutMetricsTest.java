package io.churnwatch.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.churnwatch.store.model.HeldOutMetrics;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldOutMetricsTest {
    @Test
    void theNamesThatAGateMayAskForAreTheNumbersThatATrainingWrites() throws Exception {
        Evaluation evaluation =
                Evaluation.of(List.of(new ScoredCustomer(0.9, true), new ScoredCustomer(0.1, false)), 0.7);

        JsonNode heldOut = new JsonMapper().readTree(RecordJson.write(evaluation));

        assertThat(heldOut.properties().stream()
                        .filter(member -> member.getValue().isNumber())
                        .map(Map.Entry::getKey))
                .containsExactlyElementsOf(HeldOutMetrics.NAMES);
    }
}
