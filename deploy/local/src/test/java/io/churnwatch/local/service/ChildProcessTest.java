package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aProcessThatEndsInsteadOfBecomingReadyIsExplainedByItsLog(@TempDir Path temp) {
        ChildProcess process = ChildProcess.start(shell(temp, "echo out of luck; exit 7"));

        assertThatThrownBy(() -> process.awaitReady(() -> false, PATIENCE))
                .isInstanceOf(ServiceFailedException.class)
                .hasMessageContaining("test ended with exit code 7")
                .hasMessageContaining("out of luck");
    }

    @Test
    void aProcessThatIsNotReadyInTimeIsStopped(@TempDir Path temp) {
        ChildProcess process = ChildProcess.start(shell(temp, "exec sleep 1000"));

        assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofMillis(1)))
                .hasMessageContaining("was not ready");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void theNextStartStopsWhatIsLeftOfTheLast(@TempDir Path temp) {
        ChildProcess leftover = ChildProcess.start(shell(temp, "exec sleep 1000"));

        try (ChildProcess next = ChildProcess.start(shell(temp, "exec sleep 1000"))) {
            assertThat(leftover.isAlive()).isFalse();
            assertThat(next.isAlive()).isTrue();
        }
    }

    @Test
    void itReceivesItsEnvironment(@TempDir Path temp) throws Exception {
        Path answer = temp.resolve("answer");
        try (ChildProcess process = ChildProcess.start(
                shell(temp, "echo $GREETING > answer.new; mv answer.new " + answer + "; exec sleep 1000"))) {
            process.awaitReady(() -> Files.exists(answer), PATIENCE);
        }

        assertThat(answer).hasContent("hello");
    }

    private static ChildProcess.Command shell(Path temp, String script) {
        return new ChildProcess.Command(
                "test",
                List.of("sh", "-c", "cd " + temp + "; " + script),
                Map.of("GREETING", "hello"),
                temp.resolve("log"),
                new PidFile(temp.resolve("pid")),
                StopSignal.TERMINATE);
    }
}
