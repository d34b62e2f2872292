package io.churnwatch.store.drift;

import io.churnwatch.drift.FieldDrift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code drift_report}, and those whose rows belong to a report. */
public final class DriftReports {

    /** The newest report, of whatever champion; empty before the first. */
    public static Optional<DriftReport> newest(Handle handle) {
        return newest(handle, 1).stream().findFirst();
    }

    /** The newest reports, newest first. */
    public static List<DriftReport> newest(Handle handle, int limit) {
        List<Head> heads = handle.createQuery("""
                        SELECT id, checked_at, model_version, window_from, window_to, events, customers, training_job,
                            decision
                        FROM drift_report ORDER BY checked_at DESC, id DESC LIMIT :limit""")
                .bind("limit", limit)
                .map(ConstructorMapper.of(Head.class))
                .list();
        Parts parts = new Parts(handle, heads.stream().map(Head::id).toList());
        Map<Long, List<FieldDrift>> fields = parts.of(FieldDrift.class, "SELECT * FROM drift_field");
        Map<Long, List<BandChange>> bands = parts.of(BandChange.class, "SELECT * FROM band_change");
        Map<Long, List<Comparison>> challengers = parts.of(Comparison.class, "SELECT * FROM challenger_comparison");
        Map<Long, List<RealisedQuality>> realised = parts.of(RealisedQuality.class, """
                SELECT *, alert_precision AS "precision", alert_recall AS recall FROM realised_quality""");
        return heads.stream()
                .map(head -> head.report(
                        fields.getOrDefault(head.id(), List.of()),
                        challengers.getOrDefault(head.id(), List.of()).stream()
                                .map(each -> each.with(bands.getOrDefault(head.id(), List.of())))
                                .findFirst()
                                .orElse(null),
                        realised.getOrDefault(head.id(), List.of())))
                .toList();
    }

    /** Returns whether the champion has served, and was not checked, for an interval; false without a champion. */
    public static boolean isDue(Handle handle, Duration interval) {
        return handle.createQuery("""
                        SELECT coalesce(greatest(p.since, (SELECT max(checked_at) FROM drift_report))
                            < now() - make_interval(secs => :seconds), false)
                        FROM (SELECT max(effective_at) AS since FROM model_promotion
                              WHERE role = 'CHAMPION' AND effective_at <= now()) p""")
                .bind("seconds", interval.toMillis() / 1e3)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Stores findings with what was done about them, in the caller's transaction; returns the report's id.
     *
     * @param trainingJob that they had queued; null when none
     */
    public static long append(Handle handle, DriftFindings findings, @Nullable Long trainingJob, String decision) {
        long id = handle.createQuery("""
                        INSERT INTO drift_report (model_version, window_from, window_to, events, customers, verdict,
                            training_job, decision)
                        VALUES (:modelVersion, :from, :to, :events, :customers, :verdict, :trainingJob, :decision)
                        RETURNING id""")
                .bindMethods(findings)
                .bind("trainingJob", trainingJob)
                .bind("decision", decision)
                .mapTo(Long.class)
                .one();
        findings.fields().forEach(field -> insert(handle, id, field, """
                INSERT INTO drift_field (report_id, field, psi, ks, p_value, missing_rate, baseline_missing_rate,
                    unseen_rate, baseline_unseen_rate, verdict)
                VALUES (:id, :field, :psi, :ks, :pValue, :missingRate, :baselineMissingRate, :unseenRate,
                    :baselineUnseenRate, :verdict)"""));
        ChallengerComparison challenger = findings.challenger();
        if (challenger != null) {
            appendChallenger(handle, id, challenger);
        }
        findings.realised().forEach(quality -> insert(handle, id, quality, """
                INSERT INTO realised_quality (report_id, model_version, window_from, window_to, horizon_days, customers,
                    exited, immature, roc_auc, brier, too_few, hits, false_alarms, alert_precision, exits, foreseen,
                    alert_recall, lead_days_median)
                VALUES (:id, :modelVersion, :windowFrom, :windowTo, :horizonDays, :scores.customers, :scores.exited,
                    :scores.immature, :scores.rocAuc, :scores.brier, :scores.tooFew, :alerts.hits, :alerts.falseAlarms,
                    :alerts.precision, :alerts.exits, :alerts.foreseen, :alerts.recall, :alerts.leadDaysMedian)"""));
        return id;
    }

    private static void appendChallenger(Handle handle, long id, ChallengerComparison challenger) {
        insert(handle, id, challenger, """
                INSERT INTO challenger_comparison (report_id, challenger_version, events, customers, agreement, moved_up,
                    moved_down, mean_difference, champion_alerts, challenger_alerts)
                VALUES (:id, :modelVersion, :events, :customers, :agreement, :movedUp, :movedDown, :meanDifference,
                    :championAlerts, :challengerAlerts)""");
        challenger.bands().forEach(change -> insert(handle, id, change, """
                INSERT INTO band_change (report_id, champion_band, challenger_band, customers)
                VALUES (:id, :championBand, :challengerBand, :customers)"""));
    }

    private static void insert(Handle handle, long id, Object row, String sql) {
        handle.createUpdate(sql).bind("id", id).bindMethods(row).execute();
    }

    /** The rows that belong to some reports, read by one statement for each table. */
    private record Parts(Handle handle, List<Long> reportIds) {

        <T> Map<Long, List<T>> of(Class<T> type, String select) {
            return handle.createQuery(select + " WHERE report_id = ANY (:ids)")
                    .bindArray("ids", Long.class, reportIds)
                    .registerRowMapper(ConstructorMapper.factory(type))
                    .reduceRows(new HashMap<>(), (parts, row) -> {
                        parts.computeIfAbsent(row.getColumn("report_id", Long.class), id -> new ArrayList<>())
                                .add(row.getRow(type));
                        return parts;
                    });
        }
    }

    /** A row of {@code drift_report}. */
    private record Head(
            long id,
            Instant checkedAt,
            String modelVersion,
            Instant windowFrom,
            Instant windowTo,
            long events,
            long customers,
            @Nullable Long trainingJob,
            String decision) {

        DriftReport report(
                List<FieldDrift> fields, @Nullable ChallengerComparison challenger, List<RealisedQuality> realised) {
            DriftFindings findings = new DriftFindings(
                    modelVersion, windowFrom, windowTo, events, customers, fields, challenger, realised);
            return DriftReport.of(id, checkedAt, findings, trainingJob, decision);
        }
    }

    /** A row of {@code challenger_comparison}. */
    private record Comparison(
            String challengerVersion,
            long events,
            long customers,
            double meanDifference,
            long championAlerts,
            long challengerAlerts) {

        ChallengerComparison with(List<BandChange> bands) {
            return ChallengerComparison.of(
                    challengerVersion, events, customers, meanDifference, championAlerts, challengerAlerts, bands);
        }
    }

    private DriftReports() {}
}
