package io.churnwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.stream.config.JobConfig;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class OperatorNamesTest {
    @Test
    void everyOperatorHasAUidSoThatItsStateSurvivesUpgrades() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment();
        ChurnScoringJob.build(
                environment,
                JobConfig.from(Map.of(
                        "CHURNWATCH_KAFKA", "127.0.0.1:9092",
                        "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/churnwatch",
                        "CHURNWATCH_DATABASE_USER", "churnwatch",
                        "CHURNWATCH_DATABASE_PASSWORD", "secret",
                        "CHURNWATCH_STATE_DIR", "/tmp/state")));
        StreamGraph graph = environment.getStreamGraph();

        assertThat(graph.getStreamNodes())
                .hasSizeGreaterThan(8)
                .extracting(StreamNode::getTransformationUID)
                .doesNotContainNull();
    }
}
