package io.churnwatch.store.outcome;

import io.churnwatch.risk.AlertType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Judges past alerts by what became of the customers, in the database: the one place that knows how. */
public final class AlertQualities {
    private final Handle handle;
    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private final Instant asOf;
    private final Duration horizon;

    private AlertQualities(
            Handle handle, @Nullable Instant since, @Nullable Instant until, Instant asOf, Duration horizon) {
        this.handle = handle;
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
    public static AlertQuality judge(Handle handle, @Nullable Instant since, Instant asOf, Duration horizon) {
        return new AlertQualities(handle, since, null, asOf.truncatedTo(ChronoUnit.MILLIS), horizon).judge();
    }

    /**
     * By model version, for a window that ended a horizon ago: none of its alerts is immature, so that the figures of one window can
     * be compared with those of another.
     *
     * @param from of alerts and exits
     * @param to before which they lie
     */
    public static List<AlertFigures> byModel(Handle handle, Instant from, Instant to, Duration horizon) {
        return new AlertQualities(handle, from, to, to.plus(horizon), horizon)
                .judge()
                .byModel();
    }

    private AlertQuality judge() {
        Map<AlertGroup, JudgedAlerts> judged = judgedAlerts();
        Map<AlertGroup, DueExits> due = dueExits();
        SortedSet<AlertGroup> groups = new TreeSet<>(judged.keySet());
        groups.addAll(due.keySet());
        groups.add(AlertGroup.ofRule(AlertType.HIGH_RISK));
        groups.add(AlertGroup.ofRule(AlertType.RISK_INCREASE));
        AlertFigures overall = figures(AlertGroup.ALL, judged, due);
        return query(AlertQualitySql.TOTALS)
                .map((row, context) -> new AlertQuality(
                        asOf,
                        since,
                        horizon.toDays(),
                        row.getLong("stays"),
                        row.getLong("exits") - overall.exits(),
                        overall,
                        figures(AlertGroup.Kind.RULE, groups, judged, due),
                        figures(AlertGroup.Kind.THRESHOLD, groups, judged, due),
                        figures(AlertGroup.Kind.MODEL, groups, judged, due)))
                .one();
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

    private Map<AlertGroup, JudgedAlerts> judgedAlerts() {
        return byGroup(AlertQualitySql.ALERTS, JudgedAlerts.class);
    }

    private Map<AlertGroup, DueExits> dueExits() {
        return byGroup(AlertQualitySql.EXITS, DueExits.class);
    }

    private <T> Map<AlertGroup, T> byGroup(String sql, Class<T> type) {
        return query(sql)
                .registerRowMapper(ConstructorMapper.factory(AlertGroup.class))
                .registerRowMapper(ConstructorMapper.factory(type))
                .reduceRows(new TreeMap<>(), (groups, row) -> {
                    groups.put(row.getRow(AlertGroup.class), row.getRow(type));
                    return groups;
                });
    }

    private Query query(String sql) {
        return handle.createQuery(AlertQualitySql.ASKED + sql)
                .bind("since", since == null ? "-infinity" : since.toString())
                .bind("until", until == null ? "infinity" : until.toString())
                .bind("asOf", asOf)
                .bind("horizon", horizon.toSeconds());
    }
}
