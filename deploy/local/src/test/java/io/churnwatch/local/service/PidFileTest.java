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
    void aStrangerWithTheSameIdIsNot(@TempDir Path temp) throws Exception {
        PidFile file = new PidFile(temp.resolve("pid"));
        Files.writeString(file.path(), ProcessHandle.current().pid() + " 1000\n");

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
