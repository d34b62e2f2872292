package io.churnwatch.store.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<Head> heads = heads(connection, limit);
        Parts parts = new Parts(connection, heads.stream().map(Head::id).toArray(Long[]::new));
        Map<Long, List<FieldDrift>> fields = parts.of("drift_field", DriftReports::field);
        Map<Long, List<BandChange>> bands = parts.of("band_change", DriftReports::band);
        Map<Long, List<ChallengerComparison>> challengers = parts.of(
                "challenger_comparison", row -> challenger(row, bands.getOrDefault(Parts.reportId(row), List.of())));
        Map<Long, List<RealisedQuality>> realised = parts.of("realised_quality", DriftReports::realised);
        return heads.stream()
                .map(head -> head.report(
                        fields.getOrDefault(head.id(), List.of()),
                        challengers.getOrDefault(head.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null),
                        realised.getOrDefault(head.id(), List.of())))
                .toList();
    }

    /** The tables that belong to some reports, each read by one statement for all of them. */
    private record Parts(Connection connection, Long[] reportIds) {
        interface RowReader<T> {
            T read(ResultSet row) throws SQLException;
        }

        <T> Map<Long, List<T>> of(String table, RowReader<T> reader) throws SQLException {
            Map<Long, List<T>> parts = new HashMap<>();
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT * FROM " + table + " WHERE report_id = ANY (?)")) {
                query.setArray(1, connection.createArrayOf("int8", reportIds));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        parts.computeIfAbsent(reportId(row), id -> new ArrayList<>())
                                .add(reader.read(row));
                    }
                }
            }
            return parts;
        }

        static long reportId(ResultSet row) throws SQLException {
            return row.getLong("report_id");
        }
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

    private static List<Head> heads(Connection connection, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + " ORDER BY checked_at DESC, id DESC LIMIT ?")) {
            query.setInt(1, limit);
            try (ResultSet row = query.executeQuery()) {
                List<Head> heads = new ArrayList<>();
                while (row.next()) {
                    heads.add(head(row));
                }
                return heads;
            }
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

    private static BandChange band(ResultSet row) throws SQLException {
        return BandChange.of(
                row.getString("champion_band"), row.getString("challenger_band"), row.getLong("customers"));
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
