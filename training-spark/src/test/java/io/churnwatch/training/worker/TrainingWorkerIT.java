package io.churnwatch.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.model.training.JobState;
import io.churnwatch.model.training.TrainingJob;
import io.churnwatch.training.GeneratedCustomers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
    private static final Pattern PERCENT = Pattern.compile("(\\d+) %");

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
        awaitState(database.file(SMALL_FOREST), JobState.SUCCEEDED); // becomes the champion
    }

    @AfterAll
    void stop() {
        worker.close();
        database.close();
    }

    @Test
    void aTrainingEndsAsAChallengerWithAllItSaidOnTheWay() throws SQLException {
        long id = database.file(SMALL_FOREST);

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

    @TestFactory
    Stream<DynamicTest> aWorkerThatIsKilledLeavesNothingHalfAndTheNextOneCompletesTheJob() throws SQLException {
        Stream<DynamicTest> steps = PERCENT.matcher(database.log(1))
                .results()
                .map(result -> result.group(1))
                .filter(percent -> !percent.equals("100"))
                .distinct()
                .map(percent -> killedIn("UPDATE ON training_job", "NEW.percent = " + percent));
        Stream<DynamicTest> writes = Stream.of(
                killedIn("UPDATE ON training_job", "NEW.step = 'begins'"),
                killedIn("INSERT ON model_version", "TRUE"),
                killedIn("UPDATE ON training_job", "NEW.state = 'SUCCEEDED'"));
        return Stream.concat(steps, writes);
    }

    private DynamicTest killedIn(String write, String condition) {
        return DynamicTest.dynamicTest(write + " when " + condition, () -> {
            String models = modelsAndArtifacts();
            long id;
            try (Turnstile turnstile = new Turnstile(database, write, condition)) {
                id = database.file(SMALL_FOREST);
                turnstile.awaitSomebody();
                worker.kill();
            }
            assertThat(modelsAndArtifacts()).isEqualTo(models);
            assertThat(database.job(id).state().isOver()).isFalse();

            startWorker();

            awaitState(id, JobState.SUCCEEDED);
            assertThat(database.text("SELECT count(*) FROM model_version WHERE model_version = '"
                            + database.job(id).modelVersion() + "'"))
                    .isEqualTo("1");
            assertThat(modelsAndArtifacts()).isNotEqualTo(models);
        });
    }

    @Test
    void aWorkerThatIsStoppedGivesItsJobBackAtOnce() throws SQLException, IOException {
        long id;
        try (Turnstile turnstile = new Turnstile(database, "INSERT ON model_version", "TRUE")) {
            id = database.file(SMALL_FOREST);
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
            id = database.file(SMALL_FOREST);
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
        long unknownOption = database.file("--leaves", "3");
        long outOfRange = database.file("--trees", "0");
        long future = database.file("--since", "9999-01-01");

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
        try {
            assertThat(database.state(id)).as(database.log(id)).isEqualTo(state);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
