package io.churnwatch.store.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.store.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TrainingJobsIT {
    private static StoreDatabase database;

    private static final Duration LEASE = Duration.ofSeconds(20);

    private Handle handle;

    @BeforeAll
    static void start() {
        database = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void emptyQueue() {
        database.execute("TRUNCATE training_job CASCADE");
        handle = database.open();
    }

    @AfterEach
    void disconnect() {
        handle.close();
    }

    @Test
    void theOldestJobIsClaimedFirstAndOnlyOnce() {
        long first = queue("--trees", "3");
        long second = queue("--trees", "4");

        assertThat(TrainingJobs.claim(handle, LEASE)).map(Claim::jobId).hasValue(first);
        assertThat(TrainingJobs.claim(handle, LEASE)).map(Claim::jobId).hasValue(second);
        assertThat(TrainingJobs.claim(handle, LEASE)).isEmpty();
    }

    @Test
    void workersAtOnceNeverGetTheSameJob() {
        for (int i = 1; i <= 20; i++) {
            queue("--trees", Integer.toString(i));
        }
        List<Long> claimed = Collections.synchronizedList(new ArrayList<>());

        IntStream.range(0, 8).parallel().forEach(worker -> claimAll(claimed));

        assertThat(claimed).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void theSameParametersAreFiledOnceUntilTheyAreThrough() {
        long first = queue("--trees", "3", "--depth", "2");
        Claim claim = claim();

        assertThat(queue("--depth", "2", "--trees", "3")).isEqualTo(first);

        TrainingJobs.fail(handle, claim, "no customers");
        assertThat(queue("--trees", "3", "--depth", "2")).isNotEqualTo(first);
    }

    @Test
    void aWorkerThatWasSilentForTooLongHasLostItsJob() {
        long id = queue();
        Claim lost = claim();
        TrainingJobs.report(handle, lost, 50, "fitted 100 trees");
        letTheLeaseEnd();

        Claim taken = claim();

        assertThat(taken.jobId()).isEqualTo(id);
        assertThat(taken.startedAt()).isEqualTo(lost.startedAt());
        assertThatThrownBy(() -> TrainingJobs.report(handle, lost, 60, "evaluated"))
                .isInstanceOf(LostJobException.class);
        assertThatThrownBy(() -> TrainingJobs.beat(handle, lost)).isInstanceOf(LostJobException.class);
        assertThatThrownBy(() -> TrainingJobs.fail(handle, lost, "x")).isInstanceOf(LostJobException.class);
        assertThat(job(id).step()).isEqualTo("begins");
    }

    @Test
    void aJobThatItsWorkersDieOfIsGivenUp() {
        long id = queue();
        for (int death = 1; death <= 3; death++) {
            claim();
            letTheLeaseEnd();
        }

        assertThat(TrainingJobs.claim(handle, LEASE)).isEmpty();

        assertThat(job(id))
                .extracting(TrainingJob::state, TrainingJob::attempts)
                .containsExactly(JobState.FAILED, 4);
        assertThat(job(id).error()).startsWith("The worker died 3 times");
    }

    @Test
    void aFailedAttemptIsRepeatedAfterAPauseAndTwiceAtMost() {
        long id = queue();
        for (int attempt = 1; attempt <= 2; attempt++) {
            TrainingJobs.retry(handle, claim(), "The database says: too many clients");
            assertThat(state(id)).isEqualTo(JobState.QUEUED);
            assertThat(TrainingJobs.claim(handle, LEASE)).isEmpty();
            database.execute("UPDATE training_job SET not_before = now()");
        }

        TrainingJobs.retry(handle, claim(), "The database says: too many clients");

        assertThat(state(id)).isEqualTo(JobState.FAILED);
        assertThat(job(id).error()).isEqualTo("The database says: too many clients");
        assertThat(job(id).finishedAt()).isNotNull();
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneAtItsNextReport() {
        long running = queue("--trees", "3");
        Claim claim = claim();
        long waiting = queue("--trees", "4");

        assertThat(cancel(waiting)).isTrue();
        assertThat(cancel(running)).isTrue();

        assertThat(state(waiting)).isEqualTo(JobState.CANCELLED);
        assertThat(state(running)).isEqualTo(JobState.RUNNING);
        assertThat(TrainingJobs.beat(handle, claim)).hasValue("another person");
        assertThat(TrainingJobs.report(handle, claim, 50, "fitted")).hasValue("another person");
        assertThat(cancel(waiting)).isFalse();
    }

    @Test
    void aCancelledJobWhoseWorkerDiedIsNotBegunAgain() {
        long id = queue();
        claim();
        cancel(id);
        letTheLeaseEnd();

        assertThat(TrainingJobs.claim(handle, LEASE)).isEmpty();
        assertThat(state(id)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void theLogTellsWhatWasReported() {
        long id = queue();
        TrainingJobs.report(handle, claim(), 50, "fitted 100 trees");

        assertThat(TrainingJobs.log(handle, id).lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("[0-9:]{8} {8}a worker begins"),
                        line -> assertThat(line).matches("[0-9:]{8} {3}50 % {2}fitted 100 trees"));
    }

    private Claim claim() {
        return TrainingJobs.claim(handle, LEASE).orElseThrow();
    }

    private static void letTheLeaseEnd() {
        database.execute("UPDATE training_job SET heartbeat_at = now() - interval '21 seconds'");
    }

    private void claimAll(List<Long> claimed) {
        try (Handle own = database.open()) {
            Optional<Claim> claim = TrainingJobs.claim(own, LEASE);
            while (claim.isPresent()) {
                claimed.add(claim.get().jobId());
                claim = TrainingJobs.claim(own, LEASE);
            }
        }
    }

    @Test
    void theNewestComeFirstAndInPages() {
        long first = queue("--trees", "3");
        long second = queue("--trees", "4");

        assertThat(TrainingJobs.newest(handle, Long.MAX_VALUE, 5))
                .extracting(TrainingJob::id)
                .containsExactly(second, first);
        assertThat(TrainingJobs.newest(handle, second, 5)).containsExactly(job(first));
        assertThat(job(first).options()).isEqualTo(Map.of("trees", "3"));
        assertThat(job(first).cause()).isEqualTo(JobCause.PERSON);
    }

    @Test
    void aSuccessNamesItsModelAndAStopGivesTheJobBack() {
        long id = queue();
        TrainingJobs.release(handle, claim());
        assertThat(state(id)).isEqualTo(JobState.QUEUED);

        database.execute(StoreDatabase.MODEL);
        TrainingJobs.succeed(handle, claim(), StoreDatabase.VERSION, "published");

        assertThat(job(id))
                .extracting(TrainingJob::state, TrainingJob::percent, TrainingJob::modelVersion)
                .containsExactly(JobState.SUCCEEDED, 100, StoreDatabase.VERSION);
    }

    @Test
    void anOpenTrainingAndALateOneForDriftStandInTheWayOfAnother() {
        assertThat(TrainingJobs.findObstacleToDrift(handle, Duration.ofHours(1)))
                .isEmpty();
        long id = TrainingJobs.queue(handle, TrainingParameters.NONE, JobCause.DRIFT, "drift of age")
                .jobId();
        TrainingJobs.explain(handle, id, "age has drifted");

        assertThat(TrainingJobs.log(handle, id)).contains("queued, as age has drifted");
        assertThat(TrainingJobs.findObstacleToDrift(handle, Duration.ofHours(1)))
                .hasValue("training " + id + " is under way");
        database.execute("UPDATE training_job SET state = 'SUCCEEDED'");
        assertThat(TrainingJobs.findObstacleToDrift(handle, Duration.ofHours(1)))
                .hasValueSatisfying(text -> assertThat(text).contains("too lately for another"));
        database.execute("UPDATE training_job SET requested_at = now() - interval '61 minutes'");
        assertThat(TrainingJobs.findObstacleToDrift(handle, Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void aScheduleIsMovedOnOnceForEachTick() {
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");

        assertThat(TrainingSchedule.advance(handle, "0 * * * *", noon, noon.plusSeconds(1)))
                .isFalse();
        Instant next = noon.plus(Duration.ofHours(1));
        assertThat(TrainingSchedule.advance(handle, "0 * * * *", next, next)).isTrue();
        assertThat(TrainingSchedule.advance(handle, "0 * * * *", next, next)).isFalse();
    }

    private long queue(String... words) {
        return TrainingJobs.queue(
                        handle, TrainingOptions.parse(List.of(words), Instant.now()), JobCause.PERSON, "a person")
                .jobId();
    }

    private TrainingJob job(long id) {
        return TrainingJobs.find(handle, id).orElseThrow();
    }

    private JobState state(long id) {
        return job(id).state();
    }

    private boolean cancel(long id) {
        return TrainingJobs.cancel(handle, id, "another person");
    }
}
