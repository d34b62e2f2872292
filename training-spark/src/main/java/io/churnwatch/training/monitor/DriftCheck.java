package io.churnwatch.training.monitor;

import static org.apache.spark.sql.functions.col;

import io.churnwatch.drift.FieldDrift;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.drift.DriftThresholds;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.store.Database;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.DriftReports;
import io.churnwatch.training.data.PostgresRows;
import io.churnwatch.training.support.TrainingFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Compares the champion's live events with its baseline and with the challenger's scores, and evaluates the scores of a horizon
 * ago by their outcomes. It stores a report, and the policy decides whether to retrain.
 */
public final class DriftCheck {
    private final Database database;
    private final MonitoringConfig config;
    private final Clock clock;

    public DriftCheck(Database database, MonitoringConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Runs once in an interval, in whichever worker comes first. The first check of a champion is due an interval after its
     * promotion: by then its scores have come in.
     *
     * @param spark asked for only if a check is due
     * @return the report; empty if no check is due, or another worker runs it
     */
    public Optional<DriftReport> runIfDue(Supplier<SparkSession> spark) {
        if (config.interval().isEmpty()) {
            return Optional.empty();
        }
        Duration interval = config.interval().get();
        try (Handle handle = database.open()) { // its end releases the lock, also after a failure
            boolean isDue = DriftReports.isDue(handle, interval)
                    && tryLock(handle)
                    && DriftReports.isDue(handle, interval); // another worker may have finished in between
            return isDue ? Optional.of(run(spark.get())) : Optional.empty();
        }
    }

    private static boolean tryLock(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(hashtext('churnwatch.drift.look'))")
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Runs now.
     *
     * @return the report, which is stored
     * @throws TrainingFailedException when there is no champion with a baseline, or no database
     */
    public DriftReport run(SparkSession spark) {
        try (Handle handle = database.open()) {
            Instant to = clock.instant().truncatedTo(ChronoUnit.MICROS);
            DriftFindings findings = findings(spark, handle, to);
            new RetrainingPolicy(config.cooldown(), config.retraining()).settle(handle, findings);
            return DriftReports.newest(handle).orElseThrow();
        }
    }

    private DriftFindings findings(SparkSession spark, Handle handle, Instant to) {
        LiveModels models = LiveModels.now(handle, to);
        Instant from = to.minus(config.window());
        LiveEvents live = new LiveEvents(database, models.champion(), from, to);
        PostgresRows.Extent extent = live.extent();
        Dataset<Row> events = live.read(spark, extent);
        List<long[]> counts = count(LiveEvents.newestOfEach(events), models.baseline());
        return new DriftFindings(
                models.champion(),
                from,
                to,
                extent.rows(),
                Arrays.stream(counts.get(0)).sum(), // each customer is in one bin of every field
                judge(models.baseline(), counts, config.thresholds()),
                challenger(events, models),
                realised().at(to, models.champion(), handle));
    }

    private RealisedEvaluation realised() {
        return new RealisedEvaluation(
                config.window(), config.horizon(), config.thresholds().rowsMin());
    }

    private static List<long[]> count(Dataset<Row> customers, List<FieldBaseline> baseline) {
        List<BinCounts.Field> fields = baseline.stream()
                .map(field -> new BinCounts.Field(field.field(), field.bins()))
                .toList();
        return BinCounts.of(customers, fields, LiveFeatures::of);
    }

    private static List<FieldDrift> judge(
            List<FieldBaseline> baseline, List<long[]> counts, DriftThresholds thresholds) {
        List<FieldDrift> fields = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            fields.add(thresholds.judge(baseline.get(i), counts.get(i)));
        }
        return fields;
    }

    private static @Nullable ChallengerComparison challenger(Dataset<Row> events, LiveModels models) {
        Optional<String> version = models.challenger();
        if (version.isEmpty()) {
            return null;
        }
        ChallengerTally tally = tally(
                events.filter(col(LiveEvents.CHALLENGER_VERSION)
                        .equalTo(version.get())
                        .and(col(LiveEvents.CHALLENGER_PROBABILITY).isNotNull())),
                models.alerts());
        return tally.events() == 0 ? null : tally.comparison(version.get());
    }

    /** Alerts depend on the scores before, so all events of a customer are in one partition. */
    private static ChallengerTally tally(Dataset<Row> shadowed, AlertConfig alerts) {
        return shadowed.repartition(col(LiveEvents.CUSTOMER_ID))
                .sortWithinPartitions(LiveEvents.CUSTOMER_ID, LiveEvents.SEQUENCE)
                .javaRDD()
                .mapPartitions(part -> List.of(ChallengerTally.of(part, alerts)).iterator())
                .fold(new ChallengerTally(), ChallengerTally::plus);
    }
}
