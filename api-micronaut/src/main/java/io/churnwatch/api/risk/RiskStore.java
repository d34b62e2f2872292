package io.churnwatch.api.risk;

import io.churnwatch.api.ApiConfig;
import io.churnwatch.api.customer.CustomerSummary;
import io.churnwatch.api.database.Database;
import io.churnwatch.api.database.Query;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.scoring.RiskBands;
import io.churnwatch.store.Handles;
import io.churnwatch.store.model.AlertConfigurations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the risk of all customers, all in one snapshot. */
@Singleton
final class RiskStore {
    private static final RiskBands BANDS = RiskBands.DEFAULT;
    private static final int LISTED = 10;

    /** Crossings are rare; the search for them looks back over so many scores and no further. */
    private static final int LOOK_BACK = 50_000;

    private final Database database;
    private final MlflowPages mlflow;

    RiskStore(Database database, ApiConfig config) {
        this.database = database;
        this.mlflow = config.mlflow();
    }

    RiskDashboard dashboard() {
        return database.inSnapshot(this::dashboard);
    }

    private RiskDashboard dashboard(Connection connection) throws SQLException {
        List<GeographySums> geographies = RollupReader.geographies(connection);
        List<DistributionBin> distribution = RollupReader.distribution(connection);
        GeographySums total = GeographySums.total(geographies);
        return new RiskDashboard(
                total.customers(),
                total.scored(),
                total.exited(),
                total.churnRate(),
                total.highRisk(),
                AlertConfigurations.inForce(Handles.on(connection)).highRiskThreshold(),
                total.meanProbability(),
                total.valueAtRisk(),
                RollupReader.bands(distribution),
                distribution,
                geographies.stream().map(GeographyRisk::of).toList(),
                RollupReader.trend(connection),
                highRiskCustomers(connection),
                recentChanges(connection),
                champion(connection).orElse(null),
                now(connection));
    }

    private static Instant now(Connection connection) throws SQLException {
        return Query.of("SELECT now() AS as_of").single(connection, row -> row.instant("as_of"));
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

    private Optional<ChampionModel> champion(Connection connection) throws SQLException {
        return Query.of("""
                        SELECT m.model_version, m.algorithm, m.trained_at, (m.metrics #>> '{held_out,roc_auc}')::float AS roc_auc,
                               p.effective_at, m.mlflow_experiment_id, m.mlflow_run_id
                        FROM model_promotion p JOIN model_version m ON m.model_version = p.to_version
                        WHERE p.role = 'CHAMPION' AND p.effective_at <= now()
                        ORDER BY p.effective_at DESC, p.id DESC LIMIT 1""").first(connection, row -> ChampionModel.of(row, mlflow));
    }
}
