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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One look at the champion's live events, held against its baseline and compared with the challenger's scores, and at what
 * became of those of a horizon ago; stored, and followed by what the policy makes of it.
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
     * Looks once.
     *
     * @return the report that is stored now
     * @throws TrainingFailedException when there is no champion with a baseline, or no database
     */
    public DriftReport run(SparkSession spark) {
        try (Handle handle = database.open()) {
            Instant to = clock.instant().truncatedTo(ChronoUnit.MICROS);
            DriftFindings findings = look(spark, handle, to);
            new RetrainingPolicy(config.cooldown(), config.retraining()).settle(handle, findings);
            return DriftReports.newest(handle).orElseThrow();
        }
    }

    private DriftFindings look(SparkSession spark, Handle handle, Instant to) {
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

    private RealisedLook realised() {
        return new RealisedLook(
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

    /** Alerts depend on the scores before, so that all events of a customer come to one place. */
    private static ChallengerTally tally(Dataset<Row> shadowed, AlertConfig alerts) {
        return shadowed.repartition(col(LiveEvents.CUSTOMER_ID))
                .sortWithinPartitions(LiveEvents.CUSTOMER_ID, LiveEvents.SEQUENCE)
                .javaRDD()
                .mapPartitions(part -> List.of(ChallengerTally.of(part, alerts)).iterator())
                .fold(new ChallengerTally(), ChallengerTally::plus);
    }
}
