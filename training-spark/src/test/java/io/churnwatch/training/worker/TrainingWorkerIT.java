package io.churnwatch.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.store.training.JobState;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.training.GeneratedCustomers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A worker process on a real queue, which is killed wherever that could hurt. */
@SuppressWarnings("NullAway.Init")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingWorkerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] SMALL_FOREST = {"--trees", "3", "--depth", "2"};
    private static final Pattern STEP = Pattern.compile("(?m)^[0-9:]+ +(\\d+) %  (.*)$");

    private final QueueDatabase database = new QueueDatabase();

    @TempDir
    private static Path folder;

    private WorkerProcess worker;

    @BeforeAll
    void fillTheBank() throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            GeneratedCustomers.insertInto(connection, 400, 5);
        }
        startWorker();
        awaitState(database.queue(SMALL_FOREST), JobState.SUCCEEDED); // becomes the champion
    }

    @AfterAll
    void stop() {
        worker.close();
        database.close();
    }

    @Test
    void aTrainingEndsAsAChallengerWithAllItSaidOnTheWay() throws SQLException {
        long id = database.queue(SMALL_FOREST);

        awaitState(id, JobState.SUCCEEDED);

        TrainingJob job = database.job(id);
        assertThat(job.percent()).isEqualTo(100);
        assertThat(job.step()).isEqualTo("published " + job.modelVersion() + " as CHALLENGER");
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(database.log(id)).contains("loaded 400 customers", "fitted", " 100 %  published ");
        assertThat(database.text("SELECT lineage ->> 'spark_version' FROM model_version WHERE model_version = '"
                        + job.modelVersion() + "'"))
                .startsWith("4.");
    }

    /**
     * One job all the way, from one death to the next: each worker gets as far as the phase that it is killed in, and only the last
     * one completes the job. That a job which kills too often is given up is JobQueueIT's to show; here each death is forgiven.
     */
    @TestFactory
    Stream<DynamicTest> aWorkerThatIsKilledLeavesNothingHalfAndTheNextOneGoesOn() throws SQLException {
        KilledJob job = new KilledJob(modelsAndArtifacts());
        Stream.Builder<DynamicTest> phases = Stream.builder();
        phases.add(job.killedIn("claiming", "UPDATE ON training_job", "NEW.step = 'begins'"));
        reportedSteps()
                .forEach((percent, step) -> phases.add(job.killedIn(
                        "at %s %%: %s".formatted(percent, step),
                        "UPDATE ON training_job",
                        "NEW.percent = " + percent)));
        phases.add(job.killedIn("storing the model", "INSERT ON model_version", "TRUE"));
        phases.add(job.killedIn("ending the job", "UPDATE ON training_job", "NEW.state = 'SUCCEEDED'"));
        phases.add(job.completed());
        return phases.build();
    }

    /** What a training says on the way and at which per cent, as the first one did. */
    private SortedMap<Integer, String> reportedSteps() throws SQLException {
        SortedMap<Integer, String> steps = new TreeMap<>();
        STEP.matcher(database.log(1))
                .results()
                .forEach(line -> steps.putIfAbsent(Integer.parseInt(line.group(1)), line.group(2)));
        assertThat(steps).containsKey(100).hasSizeGreaterThan(8);
        return steps.headMap(100);
    }

    /** A job whose workers die. */
    private final class KilledJob {
        private final String modelsBefore;
        private long id;
        private int deaths;

        KilledJob(String modelsBefore) {
            this.modelsBefore = modelsBefore;
        }

        DynamicTest killedIn(String phase, String write, String condition) {
            return DynamicTest.dynamicTest("killed " + phase, () -> {
                try (Turnstile turnstile = new Turnstile(database, write, condition)) {
                    begin();
                    turnstile.awaitSomebody();
                    worker.kill();
                    deaths++;
                }
                assertThat(modelsAndArtifacts()).isEqualTo(modelsBefore);
                assertThat(database.job(id).state()).isEqualTo(JobState.RUNNING);
            });
        }

        DynamicTest completed() {
            return DynamicTest.dynamicTest("completed once the lease of the last dead worker has ended", () -> {
                startWorker();

                awaitState(id, JobState.SUCCEEDED);
                assertThat(database.job(id).attempts()).isEqualTo(deaths + 1);
                assertThat(database.text("SELECT count(*) FROM model_version WHERE model_version = '"
                                + database.job(id).modelVersion() + "'"))
                        .isEqualTo("1");
                assertThat(modelsAndArtifacts()).isNotEqualTo(modelsBefore);
            });
        }

        /** The first worker waits for a job already; the others take the one that was left to them. */
        private void begin() throws SQLException, IOException {
            if (deaths == 0) {
                id = database.queue(SMALL_FOREST);
                return;
            }
            database.execute(
                    "UPDATE training_job SET failures = 0, heartbeat_at = now() - interval '1 minute' WHERE id = "
                            + id);
            startWorker();
        }
    }

    @Test
    void aWorkerThatIsStoppedGivesItsJobBackAtOnce() throws SQLException, IOException {
        long id;
        try (Turnstile turnstile = new Turnstile(database, "INSERT ON model_version", "TRUE")) {
            id = database.queue(SMALL_FOREST);
            turnstile.awaitSomebody();
            worker.close();
        }
        assertThat(database.state(id)).isEqualTo(JobState.QUEUED);
        assertThat(database.log(id)).contains("the worker was stopped");

        startWorker();

        awaitState(id, JobState.SUCCEEDED);
        assertThat(database.text("SELECT failures FROM training_job WHERE id = " + id))
                .isEqualTo("0");
    }

    @Test
    void aRunningTrainingIsCancelledAtItsNextStep() throws SQLException {
        String models = modelsAndArtifacts();
        long id;
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE customer_churn");
            id = database.queue(SMALL_FOREST);
            awaitStep(id, "started Spark");
            assertThat(database.cancel(id)).isTrue();
        }
        awaitState(id, JobState.CANCELLED);
        assertThat(modelsAndArtifacts()).isEqualTo(models);
    }

    @Test
    void betweenTrainingsItLooksForDriftOnceItIsTime() throws SQLException {
        assertThat(database.text("SELECT count(*) FROM drift_report")).isEqualTo("0");

        database.execute("UPDATE model_promotion SET effective_at = effective_at - interval '7 hours'");

        await().atMost(PATIENCE)
                .until(() -> database.text("SELECT count(*) FROM drift_report").equals("1"));
        assertThat(database.text("SELECT decision FROM drift_report")).isEqualTo("too few customers to judge");
    }

    @Test
    void whatCannotBeTrainedSaysWhyAndIsNotTriedAgain() throws SQLException {
        long unknownOption = database.fileUnchecked("leaves", "3");
        long outOfRange = database.fileUnchecked("trees", "0");
        long future = database.fileUnchecked("since", "9999-01-01");

        awaitState(unknownOption, JobState.FAILED);
        awaitState(outOfRange, JobState.FAILED);
        awaitState(future, JobState.FAILED);

        assertThat(database.job(unknownOption).error()).contains("--leaves");
        assertThat(database.job(outOfRange).error()).contains("trees");
        assertThat(database.job(future).error()).isEqualTo("--since lies in the future: 9999-01-01");
        assertThat(database.job(outOfRange).attempts()).isEqualTo(1);
    }

    private void startWorker() throws IOException {
        worker = WorkerProcess.start(database.environment(), folder);
    }

    private void awaitState(long id, JobState state) {
        await().atMost(PATIENCE).until(() -> database.state(id).isOver());
        assertThat(database.state(id)).as(database.log(id)).isEqualTo(state);
    }

    private void awaitStep(long id, String step) {
        await().atMost(PATIENCE).until(() -> database.job(id).step().startsWith(step));
    }

    private String modelsAndArtifacts() throws SQLException {
        return database.text("""
                SELECT concat_ws(' ', (SELECT count(*) FROM model_version), (SELECT count(*) FROM model_artifact),
                    (SELECT count(*) FROM model_promotion), (SELECT count(*) FROM outbox))""");
    }
}
