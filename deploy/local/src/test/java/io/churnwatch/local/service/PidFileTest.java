package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @Test
    void aRunningProcessIsFoundAgain(@TempDir Path temp) {
        PidFile file = new PidFile(temp.resolve("pid"));

        file.write(ProcessHandle.current());

        assertThat(file.running()).contains(ProcessHandle.current());
    }

    @Test
    void aStepOfTheWallClockChangesNothing(@TempDir Path temp) throws Exception {
        PidFile file = new PidFile(temp.resolve("pid"));

        file.write(ProcessHandle.current());

        long startTicks = ProcStat.read(ProcessHandle.current().pid()).startTicks();
        String bootId = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
        assertThat(file.path()).hasContent(ProcessHandle.current().pid() + " " + startTicks + " " + bootId);
    }

    @Test
    void aProcessOfAnotherStartOrBootWithTheSameIdIsNotFound(@TempDir Path temp) throws Exception {
        PidFile file = new PidFile(temp.resolve("pid"));
        file.write(ProcessHandle.current());
        String[] words = Files.readString(file.path()).split(" ", -1);

        Files.writeString(file.path(), String.join(" ", words[0], "1000", words[2]));
        assertThat(file.running()).isEmpty();

        Files.writeString(file.path(), String.join(" ", words[0], words[1], "another-boot"));
        assertThat(file.running()).isEmpty();
    }

    @Test
    void aProcessThatEndedAtOnceIsNotFound(@TempDir Path temp) throws Exception {
        PidFile file = new PidFile(temp.resolve("pid"));
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        file.write(process.toHandle());

        assertThat(file.running()).isEmpty();
    }

    @Test
    void noFileAndHalfAFileMeanNobody(@TempDir Path temp) throws Exception {
        PidFile file = new PidFile(temp.resolve("pid"));

        assertThat(file.running()).isEmpty();

        Files.writeString(file.path(), "12");
        assertThat(file.running()).isEmpty();
    }
}
