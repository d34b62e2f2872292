package io.churnwatch.api.risk;

import io.churnwatch.api.ApiConfig;
import io.churnwatch.api.customer.CustomerSummary;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.scoring.RiskBands;
import io.churnwatch.store.model.AlertConfigurations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the risk of all customers, all in one snapshot. */
@Singleton
final class RiskStore {
    private static final RiskBands BANDS = RiskBands.DEFAULT;
    private static final Double[] CUTS = {BANDS.medium(), BANDS.high(), BANDS.critical()};
    private static final int LISTED = 10;

    /** Crossings are rare: the search for them covers this many of the latest scores. */
    private static final int LOOK_BACK = 50_000;

    private final DatabasePool database;
    private final MlflowPages mlflow;

    RiskStore(DatabasePool database, ApiConfig config) {
        this.database = database;
        this.mlflow = config.mlflow();
    }

    RiskDashboard dashboard() {
        return database.inSnapshot(this::dashboard);
    }

    private RiskDashboard dashboard(Handle handle) {
        List<GeographySums> geographies = RollupReader.geographies(handle);
        List<DistributionBin> distribution = RollupReader.distribution(handle);
        GeographySums total = GeographySums.total(geographies);
        return new RiskDashboard(
                total.customers(),
                total.scored(),
                total.exited(),
                total.churnRate(),
                total.highRisk(),
                AlertConfigurations.inForce(handle).highRiskThreshold(),
                total.meanProbability(),
                total.valueAtRisk(),
                RollupReader.bands(distribution),
                distribution,
                geographies.stream().map(GeographyRisk::of).toList(),
                RollupReader.trend(handle),
                highRiskCustomers(handle),
                recentChanges(handle),
                champion(handle).orElse(null),
                now(handle));
    }

    private static Instant now(Handle handle) {
        return handle.select("SELECT now() AS as_of").mapTo(Instant.class).one();
    }

    private static List<CustomerSummary> highRiskCustomers(Handle handle) {
        return handle.select("SELECT " + CustomerSummary.COLUMNS + """
                         FROM customer_risk r JOIN customer_churn c USING (customer_id)
                        WHERE c.exited IS NOT TRUE ORDER BY r.probability DESC, r.customer_id LIMIT ?""", LISTED)
                .map(ConstructorMapper.of(CustomerSummary.class))
                .list();
    }

    private static List<BandCrossing> recentChanges(Handle handle) {
        return handle.select("""
                        SELECT h.customer_id, c.surname, h.churn_probability, h.previous_probability, h."timestamp",
                               h.scored_at
                        FROM churn_risk_history h JOIN customer_churn c USING (customer_id)
                        WHERE h.id > (SELECT max(id) FROM churn_risk_history) - ?
                          AND width_bucket(h.churn_probability, ?)
                              <> width_bucket(h.previous_probability, ?)
                        ORDER BY h.id DESC LIMIT ?""", LOOK_BACK, CUTS, CUTS, LISTED)
                .map(row -> BandCrossing.of(row, BANDS))
                .list();
    }

    private Optional<ChampionModel> champion(Handle handle) {
        return handle.select("""
                        SELECT m.model_version, m.algorithm, m.trained_at, (m.metrics #>> '{held_out,roc_auc}')::float AS roc_auc,
                               p.effective_at, m.mlflow_experiment_id, m.mlflow_run_id
                        FROM model_promotion p JOIN model_version m ON m.model_version = p.to_version
                        WHERE p.role = 'CHAMPION' AND p.effective_at <= now()
                        ORDER BY p.effective_at DESC, p.id DESC LIMIT 1""").map(row -> ChampionModel.of(row, mlflow)).findFirst();
    }
}
