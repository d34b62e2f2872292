package io.churnwatch.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.store.training.JobState;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.training.TrainingCancelledException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue as workers share it, on a real PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class JobQueueIT {
    private static QueueDatabase database;

    private final JobQueue queue = new JobQueue(Duration.ofSeconds(20));
    private Connection connection;

    @BeforeAll
    static void start() {
        database = new QueueDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void emptyQueue() throws SQLException {
        database.execute("TRUNCATE training_job CASCADE");
        connection = database.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void theOldestJobIsClaimedFirstAndOnlyOnce() throws SQLException {
        long first = database.file("--trees", "3");
        long second = database.file("--trees", "4");

        assertThat(queue.claim(connection)).map(Claim::jobId).hasValue(first);
        assertThat(queue.claim(connection)).map(Claim::jobId).hasValue(second);
        assertThat(queue.claim(connection)).isEmpty();
    }

    @Test
    void workersAtOnceNeverGetTheSameJob() throws SQLException {
        for (int i = 1; i <= 20; i++) {
            database.file("--trees", Integer.toString(i));
        }
        List<Long> claimed = Collections.synchronizedList(new ArrayList<>());

        IntStream.range(0, 8).parallel().forEach(worker -> claimAll(claimed));

        assertThat(claimed).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void theSameParametersAreFiledOnceUntilTheyAreThrough() throws SQLException {
        long first = database.file("--trees", "3", "--depth", "2");
        Claim claim = claim();

        assertThat(database.file("--depth", "2", "--trees", "3")).isEqualTo(first);

        queue.fail(connection, claim, "no customers");
        assertThat(database.file("--trees", "3", "--depth", "2")).isNotEqualTo(first);
    }

    @Test
    void aWorkerThatWasSilentForTooLongHasLostItsJob() throws SQLException {
        long id = database.file();
        Claim lost = claim();
        queue.report(connection, lost, 50, "fitted 100 trees");
        letTheLeaseEnd();

        Claim taken = claim();

        assertThat(taken.jobId()).isEqualTo(id);
        assertThat(taken.startedAt()).isEqualTo(lost.startedAt());
        assertThatThrownBy(() -> queue.report(connection, lost, 60, "evaluated"))
                .isInstanceOf(LostJobException.class);
        assertThatThrownBy(() -> queue.beat(connection, lost)).isInstanceOf(LostJobException.class);
        assertThatThrownBy(() -> queue.fail(connection, lost, "x")).isInstanceOf(LostJobException.class);
        assertThat(database.job(id).step()).isEqualTo("begins");
    }

    @Test
    void aJobThatItsWorkersDieOfIsGivenUp() throws SQLException {
        long id = database.file();
        for (int death = 1; death <= 3; death++) {
            claim();
            letTheLeaseEnd();
        }

        assertThat(queue.claim(connection)).isEmpty();

        assertThat(database.job(id))
                .extracting(TrainingJob::state, TrainingJob::attempts)
                .containsExactly(JobState.FAILED, 4);
        assertThat(database.job(id).error()).startsWith("The worker died 3 times");
    }

    @Test
    void aFailedAttemptIsRepeatedAfterAPauseAndTwiceAtMost() throws SQLException {
        long id = database.file();
        for (int attempt = 1; attempt <= 2; attempt++) {
            queue.retry(connection, claim(), "The database says: too many clients");
            assertThat(database.state(id)).isEqualTo(JobState.QUEUED);
            assertThat(queue.claim(connection)).isEmpty();
            database.execute("UPDATE training_job SET not_before = now()");
        }

        queue.retry(connection, claim(), "The database says: too many clients");

        assertThat(database.state(id)).isEqualTo(JobState.FAILED);
        assertThat(database.job(id).error()).isEqualTo("The database says: too many clients");
        assertThat(database.job(id).finishedAt()).isNotNull();
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneAtItsNextReport() throws SQLException {
        long running = database.file("--trees", "3");
        Claim claim = claim();
        long waiting = database.file("--trees", "4");

        assertThat(database.cancel(waiting)).isTrue();
        assertThat(database.cancel(running)).isTrue();

        assertThat(database.state(waiting)).isEqualTo(JobState.CANCELLED);
        assertThat(database.state(running)).isEqualTo(JobState.RUNNING);
        assertThat(queue.beat(connection, claim)).hasValue("another person");
        assertThatThrownBy(() -> queue.report(connection, claim, 50, "fitted"))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessage("cancelled by another person");
        assertThat(database.cancel(waiting)).isFalse();
    }

    @Test
    void aCancelledJobWhoseWorkerDiedIsNotBegunAgain() throws SQLException {
        long id = database.file();
        claim();
        database.cancel(id);
        letTheLeaseEnd();

        assertThat(queue.claim(connection)).isEmpty();
        assertThat(database.state(id)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void theLogTellsWhatWasReported() throws SQLException {
        long id = database.file();
        queue.report(connection, claim(), 50, "fitted 100 trees");

        assertThat(database.log(id).lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("[0-9:]{8} {8}a worker begins"),
                        line -> assertThat(line).matches("[0-9:]{8} {3}50 % {2}fitted 100 trees"));
    }

    private Claim claim() throws SQLException {
        return queue.claim(connection).orElseThrow();
    }

    private static void letTheLeaseEnd() throws SQLException {
        database.execute("UPDATE training_job SET heartbeat_at = now() - interval '21 seconds'");
    }

    private void claimAll(List<Long> claimed) {
        try (Connection own = database.connect()) {
            Optional<Claim> claim = queue.claim(own);
            while (claim.isPresent()) {
                claimed.add(claim.get().jobId());
                claim = queue.claim(own);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
