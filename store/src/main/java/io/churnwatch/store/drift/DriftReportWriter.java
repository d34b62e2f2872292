package io.churnwatch.store.drift;

import io.churnwatch.drift.FieldDrift;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Stores reports; everything happens in the caller's transaction. */
public final class DriftReportWriter {
    /** Stores findings with what was done about them; returns the report's id. */
    public static long store(Connection connection, DriftFindings findings, @Nullable Long trainingJob, String decision)
            throws SQLException {
        long id = insertReport(connection, findings, trainingJob, decision);
        for (FieldDrift field : findings.fields()) {
            insertField(connection, id, field);
        }
        ChallengerComparison challenger = findings.challenger();
        if (challenger != null) {
            insertChallenger(connection, id, challenger);
        }
        for (RealisedQuality quality : findings.realised()) {
            insertRealised(connection, id, quality);
        }
        return id;
    }

    private static long insertReport(
            Connection connection, DriftFindings findings, @Nullable Long trainingJob, String decision)
            throws SQLException {
        try (PreparedStatement insert = prepare(
                        connection,
                        """
                        INSERT INTO drift_report (model_version, window_from, window_to, events, customers, verdict,
                            training_job, decision) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
                        findings.modelVersion(),
                        findings.from().atOffset(ZoneOffset.UTC),
                        findings.to().atOffset(ZoneOffset.UTC),
                        findings.events(),
                        findings.customers(),
                        findings.verdict().name(),
                        trainingJob,
                        decision);
                ResultSet row = insert.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void insertField(Connection connection, long id, FieldDrift field) throws SQLException {
        insert(
                connection,
                """
                INSERT INTO drift_field (report_id, field, psi, ks, p_value, missing_rate, baseline_missing_rate,
                    unseen_rate, baseline_unseen_rate, verdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                field.field(),
                field.psi(),
                field.ks(),
                field.pValue(),
                field.missingRate(),
                field.baselineMissingRate(),
                field.unseenRate(),
                field.baselineUnseenRate(),
                field.verdict().name());
    }

    private static void insertChallenger(Connection connection, long id, ChallengerComparison challenger)
            throws SQLException {
        insert(
                connection,
                """
                INSERT INTO challenger_comparison (report_id, challenger_version, events, customers, agreement, moved_up,
                    moved_down, mean_difference, champion_alerts, challenger_alerts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                challenger.challengerVersion(),
                challenger.events(),
                challenger.customers(),
                challenger.agreement(),
                challenger.movedUp(),
                challenger.movedDown(),
                challenger.meanDifference(),
                challenger.championAlerts(),
                challenger.challengerAlerts());
        for (BandChange change : challenger.bands()) {
            insert(
                    connection,
                    "INSERT INTO band_change (report_id, champion_band, challenger_band, customers) VALUES (?, ?, ?, ?)",
                    id,
                    change.championBand().name(),
                    change.challengerBand().name(),
                    change.customers());
        }
    }

    private static void insertRealised(Connection connection, long id, RealisedQuality quality) throws SQLException {
        RealisedQuality.Scores scores = quality.scores();
        RealisedQuality.Alerts alerts = quality.alerts();
        insert(
                connection,
                """
                INSERT INTO realised_quality (report_id, model_version, window_from, window_to, horizon_days, customers,
                    exited, immature, roc_auc, brier, too_few, hits, false_alarms, alert_precision, exits, foreseen,
                    alert_recall, lead_days_median)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                quality.modelVersion(),
                quality.from().atOffset(ZoneOffset.UTC),
                quality.to().atOffset(ZoneOffset.UTC),
                quality.horizonDays(),
                scores.customers(),
                scores.exited(),
                scores.immature(),
                scores.rocAuc(),
                scores.brier(),
                scores.tooFew(),
                alerts.hits(),
                alerts.falseAlarms(),
                alerts.precision(),
                alerts.exits(),
                alerts.foreseen(),
                alerts.recall(),
                alerts.leadDaysMedian());
    }

    private static void insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement insert = prepare(connection, sql, values)) {
            insert.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private DriftReportWriter() {}
}
