package io.churnwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void aBugHasNone() {
        assertThat(FailureMessage.of(new IllegalStateException("x"))).isEmpty();
    }

    @Test
    void whatCouldNotBeReadOrWrittenIsASentenceCheckedOrNot() {
        NoSuchFileException missing = new NoSuchFileException("/no/such/dir/x");
        AccessDeniedException denied = new AccessDeniedException("/etc/shadow");

        assertThat(FailureMessage.of(missing)).contains("There is no file or folder /no/such/dir/x.");
        assertThat(FailureMessage.of(new UncheckedIOException(denied)))
                .contains("This user may not read or write /etc/shadow; change its permissions or its owner.");
        assertThat(FailureMessage.of(new FileSystemException("x", null, "Is a directory")))
                .contains("x: Is a directory.");
        assertThat(FailureMessage.of(new UncheckedIOException(new IOException("No space left on device"))))
                .contains("No space left on device.");
    }

    @Test
    void aSentenceThatIsThereIsKept() {
        assertThat(FailureMessage.of(new UncheckedIOException("a.csv cannot be read: x", new IOException("x"))))
                .contains("a.csv cannot be read: x");
        assertThat(FailureMessage.of(new ConnectionException(new SQLException("no"))))
                .contains("The database reports: no");
    }

    @Test
    void aBrokerThatIsAwayIsSaidWithWhatToDo() {
        assertThat(FailureMessage.of(new TimeoutException("Timeout expired.")))
                .contains("Kafka does not answer: Timeout expired. './churnwatch status' shows whether it is up,"
                        + " './churnwatch logs kafka' why not.");
    }
}
