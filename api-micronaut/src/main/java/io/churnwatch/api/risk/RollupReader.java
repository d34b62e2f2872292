package io.churnwatch.api.risk;

import io.churnwatch.risk.RiskBand;
import io.churnwatch.scoring.RiskBands;
import io.churnwatch.scoring.RiskBins;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Reads the sums that the job maintains: a few rows, however many customers there are. Customers without a score are in
 * no sum; the tables are searched for them.
 */
final class RollupReader {
    /** Every bin lies in one band. */
    private static final RiskBands BANDS = RiskBands.DEFAULT;

    /** The largest first. The count of customers shows whether any has no score; without one the search is skipped. */
    static List<GeographySums> geographies(Handle handle) {
        return handle.select("""
                        SELECT geography,
                               sum(customers) AS customers,
                               sum(scored) AS scored,
                               sum(exited) AS exited,
                               sum(high_risk) AS high_risk,
                               sum(mean_probability * scored) AS probabilities,
                               sum(value_at_risk) AS value_at_risk
                        FROM (SELECT geography, customers, customers AS scored, exited, high_risk, mean_probability,
                                     value_at_risk
                              FROM risk_distribution WHERE customers > 0
                              UNION ALL
                              SELECT geography, count(*), 0, count(*) FILTER (WHERE exited), 0, 0, 0
                              FROM customer_churn c
                              WHERE (SELECT count(*) FROM customer_churn)
                                        IS DISTINCT FROM (SELECT sum(customers) FROM risk_distribution)
                                AND NOT EXISTS (SELECT FROM customer_risk r WHERE r.customer_id = c.customer_id)
                              GROUP BY geography) counted
                        GROUP BY geography ORDER BY customers DESC, geography""").map(ConstructorMapper.of(GeographySums.class)).list();
    }

    /** Counts the customers in each bin. */
    static List<DistributionBin> distribution(Handle handle) {
        Map<Integer, Long> counts = handle.select(
                        "SELECT bin, sum(customers) AS customers FROM risk_distribution GROUP BY bin")
                .map(row -> Map.entry(row.getColumn("bin", Integer.class), row.getColumn("customers", Long.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return IntStream.range(0, RiskBins.COUNT)
                .mapToObj(bin ->
                        new DistributionBin(bin, RiskBins.from(bin), RiskBins.to(bin), counts.getOrDefault(bin, 0L)))
                .toList();
    }

    /** Sums the bins up to bands. */
    static List<BandShare> bands(List<DistributionBin> distribution) {
        return Arrays.stream(RiskBand.values())
                .map(band -> new BandShare(band, from(band), to(band), customersIn(band, distribution)))
                .toList();
    }

    private static long customersIn(RiskBand band, List<DistributionBin> distribution) {
        return distribution.stream()
                .filter(bin -> RiskBins.bandOf(bin.bin(), BANDS) == band)
                .mapToLong(DistributionBin::customers)
                .sum();
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

    /**
     * Returns the last six hours at every other minute, from the first score on. A row of {@code risk_trend} is valid until
     * the next one of its geography, so the query sums up the changes between rows.
     */
    static List<TrendPoint> trend(Handle handle) {
        return handle.select("""
                        WITH span AS (
                            SELECT date_trunc('minute', now()) AS last, date_trunc('minute', now()) - interval '6 hours' AS first),
                        held AS (
                            SELECT before.*
                            FROM span, (SELECT DISTINCT geography FROM risk_distribution) g,
                                 LATERAL (SELECT * FROM risk_trend t
                                          WHERE t.geography = g.geography AND minute < first
                                          ORDER BY minute DESC LIMIT 1) before
                            UNION ALL
                            (SELECT t.* FROM span, risk_trend t
                             WHERE geography IS NULL AND minute < first ORDER BY minute DESC LIMIT 1)
                            UNION ALL
                            SELECT t.* FROM span, risk_trend t WHERE minute BETWEEN first AND last),
                        change AS (
                            SELECT greatest(first, date_bin('2 minutes', minute + interval '119.999999 seconds', first)) AS minute,
                                   customers - lag(customers, 1, 0::bigint) OVER course AS scored,
                                   high_risk - lag(high_risk, 1, 0::bigint) OVER course AS high_risk,
                                   value_at_risk - lag(value_at_risk, 1, 0::numeric) OVER course AS value_at_risk,
                                   coalesce(mean_probability * customers, 0)
                                       - lag(coalesce(mean_probability * customers, 0), 1, 0::float) OVER course AS probabilities
                            FROM span, held
                            WINDOW course AS (PARTITION BY geography ORDER BY held.minute))
                        SELECT minute, scored, probabilities / scored AS mean_probability, high_risk, value_at_risk FROM (
                            SELECT grid.minute,
                                   sum(sum(scored)) OVER course AS scored,
                                   sum(sum(high_risk)) OVER course AS high_risk,
                                   sum(sum(value_at_risk)) OVER course AS value_at_risk,
                                   sum(sum(probabilities)) OVER course AS probabilities
                            FROM span, generate_series(first, last, interval '2 minutes') AS grid (minute)
                            LEFT JOIN change USING (minute)
                            GROUP BY grid.minute WINDOW course AS (ORDER BY grid.minute)) point
                        WHERE scored > 0 ORDER BY minute""").map(ConstructorMapper.of(TrendPoint.class)).list();
    }

    private RollupReader() {}
}
