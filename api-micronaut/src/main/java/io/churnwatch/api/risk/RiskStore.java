package io.churnwatch.api.risk;

import io.churnwatch.api.customer.CustomerSummary;
import io.churnwatch.api.database.Database;
import io.churnwatch.api.database.Query;
import io.churnwatch.api.database.Row;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.scoring.RiskBands;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts customers by their risk, all in one snapshot. */
@Singleton
final class RiskStore {
    private static final RiskBands BANDS = RiskBands.DEFAULT;
    private static final int BINS = 20;
    private static final int LISTED = 10;

    /** Crossings are rare; the search for them looks back over so many scores and no further. */
    private static final int LOOK_BACK = 50_000;

    private final Database database;

    RiskStore(Database database) {
        this.database = database;
    }

    RiskDashboard dashboard() {
        return database.inSnapshot(RiskStore::dashboard);
    }

    private static RiskDashboard dashboard(Connection connection) throws SQLException {
        double threshold = threshold(connection);
        Totals totals = totals(connection, threshold);
        return new RiskDashboard(
                totals.customers(),
                totals.scored(),
                totals.exited(),
                totals.customers() == 0 ? null : (double) totals.exited() / totals.customers(),
                totals.highRisk(),
                threshold,
                totals.meanProbability(),
                totals.valueAtRisk(),
                bands(connection),
                distribution(connection),
                geographies(connection, threshold),
                highRiskCustomers(connection),
                recentChanges(connection),
                champion(connection).orElse(null),
                totals.asOf());
    }

    private static double threshold(Connection connection) throws SQLException {
        return Query.of("""
                        SELECT high_risk_threshold FROM alert_configuration WHERE effective_at <= now()
                        ORDER BY effective_at DESC, id DESC LIMIT 1""").single(connection, row -> row.number("high_risk_threshold"));
    }

    private record Totals(
            long customers,
            long scored,
            long exited,
            long highRisk,
            @Nullable Double meanProbability,
            double valueAtRisk,
            Instant asOf) {

        static Totals of(Row row) throws SQLException {
            return new Totals(
                    row.count("customers"),
                    row.count("scored"),
                    row.count("exited"),
                    row.count("high_risk"),
                    row.numberOrNull("mean_probability"),
                    row.number("value_at_risk"),
                    row.instant("as_of"));
        }
    }

    private static Totals totals(Connection connection, double threshold) throws SQLException {
        return Query.of("""
                        SELECT count(*) AS customers,
                               count(r.customer_id) AS scored,
                               count(*) FILTER (WHERE c.exited) AS exited,
                               count(*) FILTER (WHERE r.probability > ?) AS high_risk,
                               avg(r.probability) AS mean_probability,
                               coalesce(sum(r.value_at_risk) FILTER (WHERE c.exited IS NOT TRUE), 0) AS value_at_risk,
                               now() AS as_of
                        FROM customer_churn c LEFT JOIN customer_risk r USING (customer_id)""", threshold).single(connection, Totals::of);
    }

    private static List<BandShare> bands(Connection connection) throws SQLException {
        Map<RiskBand, Long> counts = new EnumMap<>(RiskBand.class);
        Query.of("SELECT band, count(*) AS customers FROM customer_risk GROUP BY band")
                .list(connection, row -> counts.put(row.choice("band", RiskBand.class), row.count("customers")));
        return Arrays.stream(RiskBand.values())
                .map(band -> new BandShare(band, from(band), to(band), counts.getOrDefault(band, 0L)))
                .toList();
    }

    private static double from(RiskBand band) {
        return switch (band) {
            case LOW -> 0;
            case MEDIUM -> BANDS.medium();
            case HIGH -> BANDS.high();
            case CRITICAL -> BANDS.critical();
        };
    }

    private static double to(RiskBand band) {
        return switch (band) {
            case LOW -> BANDS.medium();
            case MEDIUM -> BANDS.high();
            case HIGH -> BANDS.critical();
            case CRITICAL -> 1;
        };
    }

    private static List<DistributionBin> distribution(Connection connection) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        Query.of("""
                        SELECT least(width_bucket(probability, 0, 1, ?) - 1, ? - 1) AS bin, count(*) AS customers
                        FROM customer_risk GROUP BY 1""", BINS, BINS).list(connection, row -> counts.put(row.integer("bin"), row.count("customers")));
        return IntStream.range(0, BINS)
                .mapToObj(bin ->
                        new DistributionBin(bin, (double) bin / BINS, (bin + 1.0) / BINS, counts.getOrDefault(bin, 0L)))
                .toList();
    }

    private static List<GeographyRisk> geographies(Connection connection, double threshold) throws SQLException {
        return Query.of("""
                        SELECT c.geography,
                               count(*) AS customers,
                               count(*) FILTER (WHERE c.exited) AS exited,
                               (count(*) FILTER (WHERE c.exited))::float / count(*) AS churn_rate,
                               avg(r.probability) AS mean_probability,
                               count(*) FILTER (WHERE r.probability > ?) AS high_risk
                        FROM customer_churn c LEFT JOIN customer_risk r USING (customer_id)
                        GROUP BY c.geography ORDER BY customers DESC, c.geography""", threshold).list(connection, GeographyRisk::of);
    }

    private static List<CustomerSummary> highRiskCustomers(Connection connection) throws SQLException {
        return Query.of("SELECT " + CustomerSummary.COLUMNS)
                .append("FROM customer_risk r JOIN customer_churn c USING (customer_id)")
                .append("WHERE c.exited IS NOT TRUE ORDER BY r.probability DESC, r.customer_id LIMIT ?", LISTED)
                .list(connection, CustomerSummary::of);
    }

    private static List<BandCrossing> recentChanges(Connection connection) throws SQLException {
        return Query.of("""
                        SELECT h.customer_id, c.surname, h.churn_probability, h.previous_probability, h."timestamp",
                               h.scored_at
                        FROM churn_risk_history h JOIN customer_churn c USING (customer_id)
                        WHERE h.id > (SELECT max(id) FROM churn_risk_history) - ?
                          AND width_bucket(h.churn_probability, ?::float[])
                              <> width_bucket(h.previous_probability, ?::float[])
                        ORDER BY h.id DESC LIMIT ?""", LOOK_BACK, cuts(connection), cuts(connection), LISTED)
                .list(connection, row -> BandCrossing.of(row, BANDS));
    }

    private static Array cuts(Connection connection) throws SQLException {
        return connection.createArrayOf("float8", new Double[] {BANDS.medium(), BANDS.high(), BANDS.critical()});
    }

    private static Optional<ChampionModel> champion(Connection connection) throws SQLException {
        return Query.of("""
                        SELECT m.model_version, m.algorithm, m.trained_at, (m.metrics #>> '{held_out,roc_auc}')::float AS roc_auc,
                               p.effective_at
                        FROM model_promotion p JOIN model_version m ON m.model_version = p.to_version
                        WHERE p.role = 'CHAMPION' AND p.effective_at <= now()
                        ORDER BY p.effective_at DESC, p.id DESC LIMIT 1""").first(connection, ChampionModel::of);
    }
}
