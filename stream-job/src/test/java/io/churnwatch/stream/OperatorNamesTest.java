package io.churnwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.stream.config.JobConfig;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;

class OperatorNamesTest {
    /** Renaming one of these loses its state at the next upgrade: an older savepoint is not restored any more. */
    private static final List<String> UIDS_AND_NAMES = List.of(
            "control: Source: Control",
            "customer-updates: Source: Customer updates",
            "parse-feed: Parse the feed",
            "score-customer: Score each customer",
            "explain-scores: Explain scores",
            "compare-contributions: Compare contributions",
            "merge-deltas: Merge deltas",
            "roll-up-geography: Roll up each geography",
            "select-alerts-to-count: Select alerts to count",
            "count-alerts: Count alerts",
            "postgres: Write to PostgreSQL: Writer",
            "select-distribution: Select distribution",
            "rollups-distribution: Write distribution: Writer",
            "select-trend: Select trend",
            "rollups-trend: Write trend: Writer",
            "select-alert-count: Select alert count",
            "rollups-alert-count: Write alert count: Writer",
            "select-scores: Select scores",
            "risk-scored: Publish scores: Writer",
            "Sink Committer: risk-scored: Publish scores: Committer",
            "select-alerts: Select alerts",
            "risk-alerts: Publish alerts: Writer",
            "Sink Committer: risk-alerts: Publish alerts: Committer",
            "dead-letters: Publish dead letters: Writer",
            "Sink Committer: dead-letters: Publish dead letters: Committer");

    @Test
    void everyOperatorHasAUidSoThatItsStateSurvivesUpgradesAndANameForPeople() {
        assertThat(graph().getStreamNodes())
                .extracting(node -> node.getTransformationUID() + ": " + node.getOperatorName())
                .containsExactlyInAnyOrderElementsOf(UIDS_AND_NAMES);
    }

    /** The environment refuses to build a graph in which anything falls back to Kryo. */
    @Test
    void whatTravelsBetweenOperatorsHasASerializerOfItsOwn() {
        assertThat(graph().getStreamNodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.getTypeSerializerOut()).isNotInstanceOf(KryoSerializer.class);
            assertThat(node.getTypeSerializersIn()).noneMatch(KryoSerializer.class::isInstance);
        });
    }

    private static StreamGraph graph() {
        JobConfig config = JobConfig.from(Map.of(
                "CHURNWATCH_KAFKA", "127.0.0.1:9092",
                "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/churnwatch",
                "CHURNWATCH_DATABASE_USER", "churnwatch",
                "CHURNWATCH_DATABASE_PASSWORD", "secret",
                "CHURNWATCH_STATE_DIR", "/tmp/state"));
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        ChurnScoringJob.build(environment, config);
        return environment.getStreamGraph();
    }
}
