package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StackShutdownTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime);

    @Test
    void theSupervisorIsStopped(@TempDir Path temp) {
        StackHome home = new StackHome(temp);
        ChildProcess supervisor = sleeper(home, "supervisor");

        assertThat(new StackShutdown(home, progress).stopAll()).isTrue();
        assertThat(supervisor.isAlive()).isFalse();
        assertThat(home.supervisor().path()).doesNotExist();
    }

    @Test
    void thePidFileOfASupervisorThatWasKilledIsDeleted(@TempDir Path temp) throws Exception {
        StackHome home = new StackHome(temp);
        // The id belongs to another process now, which is left alone.
        Files.writeString(home.supervisor().path(), ProcessHandle.current().pid() + " 1000\n");

        assertThat(new StackShutdown(home, progress).stopAll())
                .as("nothing ran")
                .isFalse();
        assertThat(home.supervisor().path()).doesNotExist();
    }

    @Test
    void whatASupervisorThatWasKilledHasLeftRunningIsStopped(@TempDir Path temp) {
        StackHome home = new StackHome(temp);
        ChildProcess part = sleeper(home, "feed");

        assertThat(new StackShutdown(home, progress).stopAll()).isTrue();
        assertThat(part.isAlive()).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Stopping feed, which an earlier run left behind");
    }

    private static ChildProcess sleeper(StackHome home, String name) {
        return ChildProcess.start(new ChildProcess.Command(
                name, List.of("sleep", "1000"), Map.of(), home.log(name), home.pidFile(name), StopSignal.TERMINATE));
    }
}
