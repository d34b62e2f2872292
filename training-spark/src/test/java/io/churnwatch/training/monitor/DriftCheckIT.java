package io.churnwatch.training.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.PostgresCustomers;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.publish.BaselineJson;
import io.churnwatch.training.support.TrainingFailedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole look: Spark on a real PostgreSQL whose customers two models have scored. */
@ExtendWith(SparkForTests.class)
@SuppressWarnings("NullAway.Init")
class DriftCheckIT {
    private static final ChurnModel CHAMPION = Population.model(SmallForest.PMML);
    private static final MonitoringConfig DEFAULTS = Settings.read("The worker", Map.of(), MonitoringConfig::of);

    private static LiveBank bank;
    private static int customers;
    private static String baseline;

    @BeforeAll
    static void learn(SparkSession spark) throws SQLException {
        bank = LiveBank.open();
        customers = bank.customers();
        Dataset<Row> training = CleanCustomers.of(new PostgresCustomers(bank.database()).read(spark), "the bank")
                .rows();
        List<ScoredCustomer> heldOut = Population.of(customers, 8).features().stream()
                .map(customer -> new ScoredCustomer(Population.score(CHAMPION, customer), false))
                .toList();
        baseline = BaselineJson.write(TrainingBaseline.of(training, CHAMPION.inputFields(), heldOut));
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        bank.execute("TRUNCATE churn_risk_history, drift_report, training_job, model_baseline CASCADE");
        try (Connection connection = bank.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO model_baseline VALUES (?, ?::jsonb)")) {
            insert.setString(1, SmallForest.VERSION);
            insert.setString(2, baseline);
            insert.executeUpdate();
        }
    }

    @Test
    void customersLikeThoseOfTheTrainingStayQuiet(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1), Instant.now());

        DriftReport report = check(spark);

        assertThat(report.verdict()).isEqualTo(DriftVerdict.STABLE);
        assertThat(report.decision()).isEqualTo("nothing has drifted");
        assertThat(report.fields()).extracting(FieldDrift::field).contains("age", "geography", FieldBaseline.SCORE);
        assertThat(jobs()).isEqualTo("0");
    }

    @Test
    void aShiftIsNamedAndFilesOneTrainingHoweverOftenItIsSeen(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1), Instant.now().minus(Duration.ofHours(2)));
        bank.score(Population.of(customers, 1).olderBy(12), Instant.now().minus(Duration.ofHours(1)));

        DriftReport first = check(spark);
        DriftReport second = check(spark);
        bank.execute("UPDATE training_job SET state = 'SUCCEEDED', finished_at = now()");
        DriftReport third = check(spark);

        assertThat(first.drifted())
                .extracting(FieldDrift::field)
                .contains("age")
                .isSubsetOf("age", FieldBaseline.SCORE);
        assertThat(first.events()).isEqualTo(2L * customers);
        assertThat(first.customers()).isEqualTo(customers);
        assertThat(first.decision()).contains("age (PSI ").endsWith("queued training " + first.trainingJob());
        assertThat(second.decision()).endsWith("training " + first.trainingJob() + " is under way");
        assertThat(third.decision()).contains("was queued for drift on").endsWith("too lately for another");
        assertThat(jobs()).isEqualTo("1");
        assertThat(bank.text("SELECT cause || ' ' || requested_by FROM training_job"))
                .startsWith("DRIFT drift of ")
                .contains("age");
        assertThat(bank.text("SELECT log FROM training_job")).contains("queued, as ", "age (PSI ");
        assertThat(bank.text("SELECT count(*) FROM model_promotion")).isEqualTo("2"); // those of the bank's opening
    }

    @Test
    void theChallengerIsHeldAgainstTheChampionOnTheSameEvents(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1), Instant.now().minus(Duration.ofHours(2)));
        bank.score(Population.of(customers, 1).olderBy(12), Instant.now().minus(Duration.ofHours(1)));

        ChallengerComparison challenger = Objects.requireNonNull(check(spark).challenger());

        assertThat(challenger.modelVersion()).isEqualTo(SmallForest.CHALLENGER_VERSION);
        assertThat(challenger.events()).isEqualTo(2L * customers);
        assertThat(challenger.customers()).isEqualTo(customers);
        assertThat(challenger.agreement()).isBetween(0.5, 0.999);
        assertThat(challenger.movedUp() + challenger.movedDown())
                .isEqualTo(Math.round((1 - challenger.agreement()) * customers));
        assertThat(challenger.championAlerts()).isPositive();
        assertThat(challenger.challengerAlerts()).isPositive().isNotEqualTo(challenger.championAlerts());
    }

    @Test
    void whatIsNotInTheWindowIsNotLookedAtAndFewCustomersAreNotJudged(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1).olderBy(12), Instant.now().minus(Duration.ofDays(8)));

        DriftReport report = check(spark);

        assertThat(report.customers()).isZero();
        assertThat(report.verdict()).isEqualTo(DriftVerdict.TOO_FEW);
        assertThat(report.decision()).isEqualTo("too few customers to judge");
        assertThat(report.challenger()).isNull();
    }

    @Test
    void whatBecameOfTheCustomersOfAHorizonAgoIsStoredWithIt(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1), Instant.now().minus(Duration.ofDays(95)));
        bank.execute(
                "INSERT INTO churn_outcome SELECT customer_id, now() - interval '50 days', 'EXITED', 'CSV', 'a test'"
                        + " FROM churn_risk_history ORDER BY churn_probability DESC, customer_id LIMIT 100");
        bank.score(Population.of(customers, 1), Instant.now());

        try {
            DriftReport report = check(spark);

            assertThat(report.realised()).singleElement().satisfies(quality -> {
                assertThat(quality.modelVersion()).isEqualTo(SmallForest.VERSION);
                assertThat(quality.scores().customers()).isEqualTo(customers);
                assertThat(quality.scores().exited()).isPositive();
                assertThat(quality.scores().immature()).isEqualTo(customers);
                assertThat(quality.scores().rocAuc()).isBetween(0.5, 1.0);
                assertThat(quality.scores().tooFew()).isNull();
                assertThat(quality.alerts().precision()).isNull();
            });
            assertThat(bank.text("SELECT report_id FROM realised_quality")).isEqualTo(Long.toString(report.id()));
        } finally {
            bank.execute("TRUNCATE churn_outcome");
        }
    }

    @Test
    void whoHasLeftIsNotLookedAt(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1), Instant.now());
        bank.execute("UPDATE customer_churn SET exited = TRUE WHERE customer_id % 2 = 0 AND NOT exited");
        String remaining = bank.text("SELECT count(*) FROM customer_churn WHERE NOT exited");

        try {
            assertThat(check(spark).customers()).isEqualTo(Long.parseLong(remaining));
        } finally {
            bank.execute("UPDATE customer_churn SET exited = FALSE WHERE customer_id IN"
                    + " (SELECT customer_id FROM churn_risk_history)");
        }
    }

    @Test
    void aLongHistoryIsReadInRangesThatHoldEveryEventOnce(SparkSession spark) throws SQLException {
        bank.score(Population.of(customers, 1), Instant.now().minusSeconds(60));
        LiveEvents live = new LiveEvents(
                bank.database(), SmallForest.VERSION, Instant.now().minusSeconds(120), Instant.now(), 400);

        Dataset<Row> events = live.read(spark, live.extent());

        assertThat(events.toJavaRDD().getNumPartitions()).isEqualTo(1 + customers / 400);
        assertThat(events.select("id").distinct().count()).isEqualTo(customers);
    }

    @Test
    void aChampionWithoutABaselineSaysWhatToDo(SparkSession spark) throws SQLException {
        bank.execute("DELETE FROM model_baseline");

        assertThatThrownBy(() -> check(spark))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContainingAll(SmallForest.VERSION, "before baselines were kept", "./churnwatch train");
    }

    @Test
    void aWorkerChecksOnceInAnIntervalAfterThePromotion(SparkSession spark) throws SQLException {
        DriftCheck check = new DriftCheck(bank.database(), DEFAULTS, Clock.systemUTC());
        assertThat(check.runIfDue(() -> spark)).isEmpty();

        bank.execute("UPDATE model_promotion SET effective_at = effective_at - interval '6 hours'");

        assertThat(check.runIfDue(() -> spark)).isPresent();
        assertThat(check.runIfDue(() -> spark)).isEmpty();
        bank.execute("UPDATE drift_report SET checked_at = checked_at - interval '7 hours'");
        assertThat(check.runIfDue(() -> spark)).isPresent();
    }

    private static DriftReport check(SparkSession spark) {
        return new DriftCheck(bank.database(), DEFAULTS, Clock.systemUTC()).run(spark);
    }

    private static String jobs() throws SQLException {
        return bank.text("SELECT count(*) FROM training_job");
    }
}
