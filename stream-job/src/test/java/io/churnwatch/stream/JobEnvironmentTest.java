package io.churnwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.stream.config.JobConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobEnvironmentTest {
    @TempDir
    Path stateDir;

    @Test
    void withoutACheckpointTheJobBeginsWithTheTopic() {
        assertThat(settings().get(StateRecoveryOptions.SAVEPOINT_PATH)).isNull();
    }

    @Test
    void itGoesOnFromTheNewestCheckpointAndTakesItOver() throws Exception {
        write("job-1/chk-7", 10);
        Path newest = write("job-2/chk-3", 20);
        Files.createDirectories(stateDir.resolve("job-2/chk-4")); // not complete: it has no _metadata

        assertThat(settings().get(StateRecoveryOptions.SAVEPOINT_PATH))
                .isEqualTo(newest.toUri().toString());
        assertThat(settings().get(StateRecoveryOptions.RESTORE_MODE)).isEqualTo(RecoveryClaimMode.CLAIM);
    }

    @Test
    void aSavepointThatIsNewerIsTakenAndStays() throws Exception {
        write("job-1/chk-7", 10);
        Path newest = write("savepoints/savepoint-1", 20);

        assertThat(settings().get(StateRecoveryOptions.SAVEPOINT_PATH))
                .isEqualTo(newest.toUri().toString());
        assertThat(settings().get(StateRecoveryOptions.RESTORE_MODE)).isEqualTo(RecoveryClaimMode.NO_CLAIM);
    }

    @Test
    void whereSomethingElseSaysFromWhichItDoesNotChoose() throws Exception {
        write("job-1/chk-7", 10);

        assertThat(settings("false").get(StateRecoveryOptions.SAVEPOINT_PATH)).isNull();
    }

    private Configuration settings() {
        return settings("true");
    }

    private Configuration settings(String restoresLatest) {
        return JobEnvironment.settings(JobConfig.from(Map.of(
                "CHURNWATCH_KAFKA", "127.0.0.1:9092",
                "CHURNWATCH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/churnwatch",
                "CHURNWATCH_DATABASE_USER", "churnwatch",
                "CHURNWATCH_DATABASE_PASSWORD", "secret",
                "CHURNWATCH_STATE_DIR", stateDir.toString(),
                "CHURNWATCH_RESTORE_LATEST", restoresLatest)));
    }

    private Path write(String name, long modifiedSecond) throws IOException {
        Path folder = Files.createDirectories(stateDir.resolve(name));
        Path metadata = Files.createFile(folder.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.from(Instant.ofEpochSecond(modifiedSecond)));
        return folder;
    }
}
