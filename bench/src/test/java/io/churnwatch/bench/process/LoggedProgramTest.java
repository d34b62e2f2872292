package io.churnwatch.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedProgramTest {
    @TempDir
    private Path folder;

    @Test
    void whatAProgramSaysIsInItsLog() {
        assertThat(shell("echo $GREETING").run(Duration.ofMinutes(1))).isTrue();

        assertThat(folder.resolve("logs/shell.log")).hasContent("hello");
    }

    @Test
    void aFailureNamesTheLogAndItsLastLine() {
        LoggedProgram failing = shell("echo 'No matching distribution'; echo; exit 3");

        assertThatThrownBy(() -> failing.run(Duration.ofMinutes(1)))
                .isInstanceOf(BenchmarkFailedException.class)
                .hasMessage("Trying failed; see " + folder.resolve("logs/shell.log") + ": No matching distribution");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        LoggedProgram missing = new LoggedProgram("Trying", List.of("no-such-program"), folder, "shell");

        assertThatThrownBy(() -> missing.run(Duration.ofMinutes(1)))
                .hasMessageContaining("Trying could not be started")
                .hasMessageContaining("no-such-program");
    }

    @Test
    void whatTakesTooLongIsStopped() {
        assertThat(shell("read forever </dev/zero").run(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aProgramThatMustEndInTimeFailsWhenItDoesNot() {
        assertThatThrownBy(() -> shell("read forever </dev/zero").complete(Duration.ofMillis(1)))
                .hasMessageStartingWith("Trying did not end within 0 minutes; see ");
    }

    private LoggedProgram shell(String script) {
        return new LoggedProgram(
                "Trying",
                List.of("sh", "-c", script),
                folder,
                Map.of("GREETING", "hello"),
                folder.resolve("logs/shell.log"));
    }
}
