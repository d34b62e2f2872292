package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.stream.SmallForestRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;

/**
 * Keeps the operator's state as this version writes it, so that {@link CustomerStateUpgradeTest} can restore it into every
 * version to come. No test, and not run as one; before a release whose state has new fields:
 *
 * <pre>./mvnw -pl schemas,scoring,deploy/local,store,stream-job test -Dtest=ShipCustomerState -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class ShipCustomerState {
    static final Path SNAPSHOTS = Path.of("src/test/resources/state");

    @Test
    void writeTheNextSnapshot() throws Exception {
        try (ScoreCustomerHarness harness = ScoreCustomerHarness.open(new SmallForestRegistry())) {
            harness.publish(CustomerStory.CONFIG);
            for (CustomerUpdate update : CustomerStory.FIRST_PART) {
                harness.send(update);
            }
            Files.createDirectories(SNAPSHOTS);
            OperatorSnapshotUtil.writeStateHandle(
                    harness.savepoint(), nextFile().toString());
        }
    }

    private static Path nextFile() {
        int number = 1;
        while (Files.exists(file(number))) {
            number++;
        }
        return file(number);
    }

    private static Path file(int number) {
        return SNAPSHOTS.resolve("score-customer-" + number + ".snapshot");
    }
}
