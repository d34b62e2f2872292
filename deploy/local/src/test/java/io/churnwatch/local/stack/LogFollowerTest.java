package io.churnwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
    @Test
    void onlyNewAndWholeLinesComeOut(@TempDir Path temp) throws Exception {
        Path log = Files.writeString(temp.resolve("log"), "old\n");
        LogFollower follower = LogFollower.fromEnd(log);

        Files.writeString(log, "one\ntw", StandardOpenOption.APPEND);
        assertThat(follower.newLines()).containsExactly("one");

        Files.writeString(log, "o\n", StandardOpenOption.APPEND);
        assertThat(follower.newLines()).containsExactly("two");
        assertThat(follower.newLines()).isEmpty();
    }

    @Test
    void aLogThatIsBegunAnewIsReadFromItsStart(@TempDir Path temp) throws Exception {
        Path log = Files.writeString(temp.resolve("log"), "a long old line\n");
        LogFollower follower = LogFollower.fromEnd(log);

        Files.writeString(log, "new\n");

        assertThat(follower.newLines()).containsExactly("new");
    }
}
