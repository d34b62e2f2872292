package io.churnwatch.store.outcome;

import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges past alerts by what became of the customers, in the database: the one place that knows how. */
public final class AlertQualities {
    private final Connection connection;
    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private final Instant asOf;
    private final Duration horizon;

    private AlertQualities(
            Connection connection, @Nullable Instant since, @Nullable Instant until, Instant asOf, Duration horizon) {
        this.connection = connection;
        this.since = since;
        this.until = until;
        this.asOf = asOf;
        this.horizon = horizon;
    }

    /**
     * Reads in a few statements, so that a transaction that sees one instant gives the figures of one instant.
     *
     * @param since null for all that there is
     */
    public static AlertQuality judge(Connection connection, @Nullable Instant since, Instant asOf, Duration horizon)
            throws SQLException {
        return new AlertQualities(connection, since, null, asOf.truncatedTo(ChronoUnit.MILLIS), horizon).judge();
    }

    /**
     * By model version, for a window that ended a horizon ago: none of its alerts is immature, so that the figures of one window can
     * be held against those of another.
     *
     * @param from of alerts and exits
     * @param to before which they lie
     */
    public static List<AlertFigures> byModel(Connection connection, Instant from, Instant to, Duration horizon)
            throws SQLException {
        return new AlertQualities(connection, from, to, to.plus(horizon), horizon)
                .judge()
                .byModel();
    }

    private AlertQuality judge() throws SQLException {
        Map<AlertGroup, JudgedAlerts> judged = judgedAlerts();
        Map<AlertGroup, DueExits> due = dueExits();
        SortedSet<AlertGroup> groups = new TreeSet<>(judged.keySet());
        groups.addAll(due.keySet());
        groups.add(AlertGroup.ofRule(AlertType.HIGH_RISK));
        groups.add(AlertGroup.ofRule(AlertType.RISK_INCREASE));
        try (PreparedStatement query = prepare(AlertQualitySql.TOTALS);
                ResultSet row = query.executeQuery()) {
            row.next();
            AlertFigures overall = figures(AlertGroup.ALL, judged, due);
            return new AlertQuality(
                    asOf,
                    since,
                    horizon,
                    row.getLong("stays"),
                    row.getLong("exits") - overall.exits(),
                    overall,
                    figures(AlertGroup.Kind.RULE, groups, judged, due),
                    figures(AlertGroup.Kind.THRESHOLD, groups, judged, due),
                    figures(AlertGroup.Kind.MODEL, groups, judged, due));
        }
    }

    private static List<AlertFigures> figures(
            AlertGroup.Kind kind,
            SortedSet<AlertGroup> groups,
            Map<AlertGroup, JudgedAlerts> judged,
            Map<AlertGroup, DueExits> due) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .map(group -> figures(group, judged, due))
                .toList();
    }

    private static AlertFigures figures(
            AlertGroup group, Map<AlertGroup, JudgedAlerts> judged, Map<AlertGroup, DueExits> due) {
        return AlertFigures.of(
                group, judged.getOrDefault(group, JudgedAlerts.NONE), due.getOrDefault(group, DueExits.NONE));
    }

    private SortedMap<AlertGroup, JudgedAlerts> judgedAlerts() throws SQLException {
        SortedMap<AlertGroup, JudgedAlerts> judged = new TreeMap<>();
        try (PreparedStatement query = prepare(AlertQualitySql.ALERTS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                judged.put(
                        group(row),
                        new JudgedAlerts(
                                row.getLong("hits"),
                                row.getLong("false_alarms"),
                                row.getLong("immature"),
                                row.getLong("erased")));
            }
        }
        return judged;
    }

    private SortedMap<AlertGroup, DueExits> dueExits() throws SQLException {
        SortedMap<AlertGroup, DueExits> due = new TreeMap<>();
        try (PreparedStatement query = prepare(AlertQualitySql.EXITS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                due.put(group(row), new DueExits(row.getLong("exits"), row.getLong("foreseen"), leadDays(row)));
            }
        }
        return due;
    }

    private static DueExits.LeadDays leadDays(ResultSet row) throws SQLException {
        Array array = row.getArray("lead_days");
        if (array == null) {
            return DueExits.LeadDays.NONE;
        }
        @Nullable Double[] days = (@Nullable Double[]) array.getArray();
        return new DueExits.LeadDays(days[0], days[1], days[2]);
    }

    private static AlertGroup group(ResultSet row) throws SQLException {
        String rule = row.getString("alert_type");
        String unit = row.getString("unit");
        return new AlertGroup(
                AlertGroup.Kind.valueOf(row.getString("kind")),
                rule == null ? null : AlertType.valueOf(rule),
                row.getObject("threshold", Double.class),
                unit == null ? null : IncreaseUnit.valueOf(unit),
                row.getString("model_version"));
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(AlertQualitySql.ASKED + sql);
        query.setString(1, since == null ? "-infinity" : since.toString());
        query.setString(2, until == null ? "infinity" : until.toString());
        query.setObject(3, asOf.atOffset(ZoneOffset.UTC));
        query.setLong(4, horizon.toSeconds());
        return query;
    }
}
