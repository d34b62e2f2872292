package io.churnwatch.stream.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.RejectionReason;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.SmallForestRegistry;
import io.churnwatch.stream.feed.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A savepoint of every earlier version restores into this one ({@link ShipCustomerState} made them). */
class CustomerStateUpgradeTest {
    static List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(ShipCustomerState.SNAPSHOTS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void whoWasRestoredGoesOnLikeWhoNeverStopped(Path snapshot) throws Exception {
        try (ScoreCustomerHarness restored = ScoreCustomerHarness.restore(
                        new SmallForestRegistry(), OperatorSnapshotUtil.readStateHandle(snapshot.toString()));
                ScoreCustomerHarness unstopped = ScoreCustomerHarness.open(new SmallForestRegistry())) {
            restored.publish(CustomerStory.CONFIG);
            unstopped.publish(CustomerStory.CONFIG);
            sendAll(unstopped, CustomerStory.FIRST_PART);
            int results = unstopped.results().size();
            int refused = unstopped.refused().size();
            sendAll(unstopped, CustomerStory.SECOND_PART);
            sendAll(restored, CustomerStory.SECOND_PART);

            assertThat(restored.results())
                    .isEqualTo(unstopped
                            .results()
                            .subList(results, unstopped.results().size()));
            assertThat(restored.refused())
                    .usingRecursiveComparison()
                    .isEqualTo(unstopped
                            .refused()
                            .subList(refused, unstopped.refused().size()));
        }
    }

    @Test
    void theStoryNeedsAllThatTheStateRemembers() throws Exception {
        try (ScoreCustomerHarness harness = ScoreCustomerHarness.open(new SmallForestRegistry())) {
            harness.publish(CustomerStory.CONFIG);
            sendAll(harness, CustomerStory.FIRST_PART);
            sendAll(harness, CustomerStory.SECOND_PART);

            assertThat(scores(harness, CustomerStory.ALERTED))
                    .extracting(score -> score.turn().sequence())
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(harness.results().stream().filter(result -> result.alert() != null))
                    .extracting(result -> result.alert().eventId())
                    .as("of the crossings, that of alerted-5 is within the cooldown and that of alerted-7 after it")
                    .containsExactly("alerted-1", "alerted-7");
            assertThat(harness.refused())
                    .extracting(DeadLetter::reason)
                    .containsExactly(
                            RejectionReason.SUPERSEDED,
                            RejectionReason.SUPERSEDED,
                            RejectionReason.ERASED,
                            RejectionReason.SUPERSEDED);
        }
    }

    private static void sendAll(ScoreCustomerHarness harness, List<CustomerUpdate> updates) throws Exception {
        for (CustomerUpdate update : updates) {
            harness.send(update);
        }
    }

    private static List<RiskScored> scores(ScoreCustomerHarness harness, long customerId) {
        return harness.results().stream()
                .filter(result -> result.customerId() == customerId && result.score() != null)
                .map(CustomerResult::score)
                .toList();
    }
}
