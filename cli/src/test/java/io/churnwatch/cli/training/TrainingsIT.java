package io.churnwatch.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.store.training.JobState;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.store.training.TrainingOptions;
import io.churnwatch.store.training.TrainingParameters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingsIT {
    private static final TrainingParameters SMALL = TrainingOptions.parse(List.of("--trees", "20"), Instant.EPOCH);

    private final PostgresServer server = MigratedPostgres.temporary();
    private final Trainings trainings = new Trainings(new StackEnvironment(server.environment()));

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void emptyQueue() throws SQLException {
        execute("TRUNCATE training_job CASCADE");
    }

    @Test
    void theSameTrainingIsFiledOnceWhileItIsUnderWay() {
        QueuedJob first = trainings.queue(SMALL);
        QueuedJob second = trainings.queue(SMALL);

        assertThat(first.isNew()).isTrue();
        assertThat(second).isEqualTo(new QueuedJob(first.jobId(), false));
        assertThat(trainings.queue(TrainingParameters.NONE).isNew()).isTrue();
    }

    @Test
    void whoFollowsATrainingSeesEveryLineOnceAndHowItEnded() throws SQLException {
        long id = trainings.queue(SMALL).jobId();
        execute("UPDATE training_job SET state = 'FAILED', error = 'no customers', log = E'one\\ntwo\\n'");
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        int exitCode = new JobFollower(trainings, new PrintStream(shown, true, StandardCharsets.UTF_8), id).follow();

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("one", "two", "Training failed. no customers");
    }

    @Test
    void aTrainingIsCancelledUnlessItIsOver() throws SQLException {
        long id = trainings.queue(SMALL).jobId();

        trainings.cancel(id);

        assertThat(trainings.find(id).state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> trainings.cancel(id))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("The training " + id + " is over: cancelled.");
        assertThatThrownBy(() -> trainings.cancel(4711)).hasMessageContaining("There is no training 4711");
    }

    @Test
    void theTableHasTheNewestFirstWithTheErrorOfAFailedOne() throws SQLException {
        long first = trainings.queue(SMALL).jobId();
        execute("UPDATE training_job SET state = 'FAILED', error = 'no customers'");
        long second = trainings.queue(SMALL).jobId();

        assertThat(trainings.table().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).matches(" +" + second + " +QUEUED +0 % .* waits for the worker"),
                        line -> assertThat(line).matches(" +" + first + " +FAILED .* no customers"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
