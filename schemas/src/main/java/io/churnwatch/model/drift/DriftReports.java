package io.churnwatch.model.drift;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code drift_report} with what belongs to it, as it is read. */
public final class DriftReports {
    private static final String SELECT = """
            SELECT id, checked_at, model_version, window_from, window_to, events, customers, training_job, decision
            FROM drift_report""";

    /** The newest report, of whatever champion; empty before the first. */
    public static Optional<DriftReport> newest(Connection connection) throws SQLException {
        return newest(connection, 1).stream().findFirst();
    }

    /** The newest reports, newest first. */
    public static List<DriftReport> newest(Connection connection, int limit) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " ORDER BY checked_at DESC, id DESC LIMIT ?")) {
            query.setInt(1, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    heads.add(head(row));
                }
            }
        }
        List<DriftReport> reports = new ArrayList<>();
        for (Head head : heads) {
            reports.add(head.report(
                    fields(connection, head.id()), challenger(connection, head.id()), realised(connection, head.id())));
        }
        return reports;
    }

    private record Head(
            long id,
            Instant checkedAt,
            DriftFindings bare,
            @Nullable Long trainingJob,
            String decision) {
        DriftReport report(
                List<FieldDrift> fields, @Nullable ChallengerComparison challenger, List<RealisedQuality> realised) {
            DriftFindings findings = new DriftFindings(
                    bare.modelVersion(),
                    bare.from(),
                    bare.to(),
                    bare.events(),
                    bare.customers(),
                    fields,
                    challenger,
                    realised);
            return new DriftReport(id, checkedAt, findings, trainingJob, decision);
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        DriftFindings bare = new DriftFindings(
                row.getString("model_version"),
                instant(row, "window_from"),
                instant(row, "window_to"),
                row.getLong("events"),
                row.getLong("customers"),
                List.of(),
                null,
                List.of());
        return new Head(
                row.getLong("id"),
                instant(row, "checked_at"),
                bare,
                row.getObject("training_job", Long.class),
                row.getString("decision"));
    }

    private static List<FieldDrift> fields(Connection connection, long reportId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM drift_field WHERE report_id = ?")) {
            query.setLong(1, reportId);
            try (ResultSet row = query.executeQuery()) {
                List<FieldDrift> fields = new ArrayList<>();
                while (row.next()) {
                    fields.add(field(row));
                }
                return fields;
            }
        }
    }

    private static FieldDrift field(ResultSet row) throws SQLException {
        return new FieldDrift(
                row.getString("field"),
                row.getDouble("psi"),
                row.getDouble("ks"),
                row.getDouble("p_value"),
                row.getDouble("missing_rate"),
                row.getDouble("baseline_missing_rate"),
                row.getDouble("unseen_rate"),
                row.getDouble("baseline_unseen_rate"),
                DriftVerdict.valueOf(row.getString("verdict")));
    }

    private static @Nullable ChallengerComparison challenger(Connection connection, long reportId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM challenger_comparison WHERE report_id = ?")) {
            query.setLong(1, reportId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? challenger(row, bands(connection, reportId)) : null;
            }
        }
    }

    private static ChallengerComparison challenger(ResultSet row, List<BandChange> bands) throws SQLException {
        return new ChallengerComparison(
                row.getString("challenger_version"),
                row.getLong("events"),
                row.getLong("customers"),
                row.getDouble("mean_difference"),
                row.getLong("champion_alerts"),
                row.getLong("challenger_alerts"),
                bands);
    }

    private static List<BandChange> bands(Connection connection, long reportId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT * FROM band_change WHERE report_id = ? ORDER BY customers DESC, champion_band, challenger_band")) {
            query.setLong(1, reportId);
            try (ResultSet row = query.executeQuery()) {
                List<BandChange> bands = new ArrayList<>();
                while (row.next()) {
                    bands.add(BandChange.of(
                            row.getString("champion_band"),
                            row.getString("challenger_band"),
                            row.getLong("customers")));
                }
                return bands;
            }
        }
    }

    private static List<RealisedQuality> realised(Connection connection, long reportId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM realised_quality WHERE report_id = ?")) {
            query.setLong(1, reportId);
            try (ResultSet row = query.executeQuery()) {
                List<RealisedQuality> realised = new ArrayList<>();
                while (row.next()) {
                    realised.add(realised(row));
                }
                return realised;
            }
        }
    }

    private static RealisedQuality realised(ResultSet row) throws SQLException {
        return new RealisedQuality(
                row.getString("model_version"),
                instant(row, "window_from"),
                instant(row, "window_to"),
                row.getInt("horizon_days"),
                new RealisedQuality.Scores(
                        row.getLong("customers"),
                        row.getLong("exited"),
                        row.getLong("immature"),
                        row.getObject("roc_auc", Double.class),
                        row.getObject("brier", Double.class),
                        row.getString("too_few")),
                new RealisedQuality.Alerts(
                        row.getLong("hits"),
                        row.getLong("false_alarms"),
                        row.getObject("alert_precision", Double.class),
                        row.getLong("exits"),
                        row.getLong("foreseen"),
                        row.getObject("alert_recall", Double.class),
                        row.getObject("lead_days_median", Double.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private DriftReports() {}
}
