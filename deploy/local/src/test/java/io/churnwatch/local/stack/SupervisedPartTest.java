package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisedPartTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime);
    /** Advances with every change of the part's state. */
    private final Phaser changes = new Phaser(1);

    @Test
    void aPartThatIsKilledIsStartedAgainAndReportsIt(@TempDir Path temp) {
        SupervisedPart part = new SupervisedPart(sleeper(temp), progress, changes::arrive);
        part.start();
        int running = changes.getPhase();

        ProcessHandle.of(pid(part)).orElseThrow().destroyForcibly();
        changes.awaitAdvance(running); // restarting
        changes.awaitAdvance(running + 1); // once more, as the start begins
        changes.awaitAdvance(running + 2); // running

        assertThat(part.status().state()).isEqualTo(PartState.RUNNING);
        assertThat(part.status().restarts()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sleeper ended unexpectedly (exit code 137)")
                .contains("Starting sleeper again in 1 s");
        part.stop();
    }

    @Test
    void whatDependsOnAPartThatDiedIsStoppedBeforeItIsStartedAgain(@TempDir Path temp) {
        CompletableFuture<PartState> seenTo = new CompletableFuture<>();
        AtomicReference<SupervisedPart> part = new AtomicReference<>();
        Part sleeper = sleeper(temp)
                .beforeRestart(() -> seenTo.complete(part.get().status().state()));
        part.set(new SupervisedPart(sleeper, progress, changes::arrive));
        part.get().start();
        assertThat(seenTo).isNotDone();

        ProcessHandle.of(pid(part.get())).orElseThrow().destroyForcibly();

        assertThat(seenTo.join()).as("not starting again yet").isEqualTo(PartState.RUNNING);
        part.get().stop();
    }

    @Test
    void aPartThatIsStoppedStaysDown(@TempDir Path temp) {
        SupervisedPart part = new SupervisedPart(sleeper(temp), progress, changes::arrive);
        part.start();
        ProcessHandle process = ProcessHandle.of(pid(part)).orElseThrow();

        part.stop();

        process.onExit().join(); // it may wait a moment for the JVM to take note of its end
        assertThat(part.status().state()).isEqualTo(PartState.STOPPED);
        assertThat(part.status().restarts()).isZero();
    }

    private static long pid(SupervisedPart part) {
        Long pid = part.status().pid();
        assertThat(pid).isNotNull();
        return pid == null ? -1 : pid;
    }

    private static Part sleeper(Path temp) {
        PidFile pidFile = new PidFile(temp.resolve("pid"));
        ChildProcess.Command command = new ChildProcess.Command(
                "sleeper", List.of("sleep", "1000"), Map.of(), temp.resolve("log"), pidFile, StopSignal.TERMINATE);
        return new Part(
                "sleeper",
                null,
                null,
                null,
                temp.resolve("log"),
                pidFile,
                StopSignal.TERMINATE,
                () -> ChildProcess.start(command),
                () -> {});
    }
}
