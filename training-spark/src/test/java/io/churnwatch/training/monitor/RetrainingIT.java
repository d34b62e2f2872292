package io.churnwatch.training.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.model.SmallForest;
import io.churnwatch.store.TestHandles;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.store.training.TrainingParameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainings that nobody asked for, on a real PostgreSQL: one, however many look at once. */
@SuppressWarnings("NullAway.Init")
class RetrainingIT {
    private static final int WORKERS = 10;
    private static final Duration COOLDOWN = Duration.ofDays(7);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final CronSchedule HOURLY = CronSchedule.of("0 * * * *");

    private static LiveBank bank;

    @BeforeAll
    static void open() throws SQLException {
        bank = LiveBank.open();
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        bank.execute("TRUNCATE drift_report, training_job, training_schedule CASCADE");
    }

    @Test
    void tenChecksAtOnceFileOneTraining() throws Exception {
        atOnce(() -> settle(Optional.of(COOLDOWN)));

        assertThat(jobs()).isEqualTo("1");
        assertThat(bank.text("SELECT count(*) FROM drift_report")).isEqualTo("10");
        assertThat(bank.text("SELECT count(training_job) FROM drift_report")).isEqualTo("1");
    }

    @Test
    void afterTheCooldownDriftThatIsStillThereFilesAnother() throws SQLException {
        settle(Optional.of(COOLDOWN));
        bank.execute("UPDATE training_job SET state = 'FAILED', requested_at = now() - interval '6 days 23 hours'");
        settle(Optional.of(COOLDOWN));
        assertThat(jobs()).isEqualTo("1");

        bank.execute("UPDATE training_job SET requested_at = now() - interval '7 days 1 hour'");
        settle(Optional.of(COOLDOWN));

        assertThat(jobs()).isEqualTo("2");
    }

    @Test
    void aTrainingThatAPersonAskedForIsEnough() throws SQLException {
        bank.execute(
                "INSERT INTO training_job (parameters, cause, requested_by) VALUES ('{\"trees\": \"7\"}', 'PERSON', 'a person')");

        settle(Optional.of(COOLDOWN));

        assertThat(jobs()).isEqualTo("1");
        assertThat(bank.text("SELECT decision FROM drift_report")).endsWith(" is under way");
    }

    @Test
    void switchedOffDriftIsOnlyReported() throws SQLException {
        settle(Optional.empty());

        assertThat(jobs()).isEqualTo("0");
        assertThat(bank.text("SELECT decision FROM drift_report"))
                .isEqualTo("age (PSI 0.83) has drifted; trainings for drift are switched off");
    }

    @Test
    void tenWorkersFileOneTrainingPerTick() throws Exception {
        queueIfDue(NOON.minusSeconds(10)); // the schedule begins

        atOnce(() -> queueIfDue(NOON.plusSeconds(1)));
        assertThat(jobs()).isEqualTo("1");
        assertThat(bank.text("SELECT cause || ' ' || requested_by FROM training_job"))
                .isEqualTo("SCHEDULE schedule 0 * * * *");

        bank.execute("UPDATE training_job SET state = 'SUCCEEDED'");
        atOnce(() -> queueIfDue(NOON.plus(Duration.ofMinutes(59))));
        assertThat(jobs()).isEqualTo("1");

        atOnce(() -> queueIfDue(NOON.plus(Duration.ofMinutes(60))));
        assertThat(jobs()).isEqualTo("2");
    }

    @Test
    void aScheduleThatIsNewMakesUpForNothingAndOneThatNobodySawForOneTick() throws SQLException {
        assertThat(queueIfDue(NOON.plusSeconds(1))).isEmpty();

        assertThat(queueIfDue(NOON.plus(Duration.ofHours(50)))).isPresent();
        bank.execute("UPDATE training_job SET state = 'SUCCEEDED'");
        assertThat(queueIfDue(NOON.plus(Duration.ofHours(50)).plusSeconds(1))).isEmpty();
    }

    private static Optional<QueuedJob> queueIfDue(Instant now) throws SQLException {
        try (Connection connection = bank.connect()) {
            return new ScheduledRetraining(HOURLY, TrainingParameters.NONE).queueIfDue(TestHandles.on(connection), now);
        }
    }

    private static Void settle(Optional<Duration> cooldown) throws SQLException {
        FieldDrift age = new FieldDrift("age", 0.83, 0.4, 0, 0, 0, 0, 0, DriftVerdict.DRIFTED);
        DriftFindings findings = new DriftFindings(
                SmallForest.VERSION, NOON.minus(Duration.ofDays(7)), NOON, 2_000, 1_500, List.of(age), null, List.of());
        try (Connection connection = bank.connect()) {
            new RetrainingPolicy(cooldown, TrainingParameters.NONE).settle(TestHandles.on(connection), findings);
        }
        return null;
    }

    private static void atOnce(Callable<?> work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            for (Future<?> done : workers.invokeAll(
                    IntStream.range(0, WORKERS).mapToObj(i -> work).toList())) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static String jobs() throws SQLException {
        return bank.text("SELECT count(*) FROM training_job");
    }
}
