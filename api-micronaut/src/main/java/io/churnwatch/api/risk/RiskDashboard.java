package io.churnwatch.api.risk;

import io.churnwatch.api.customer.CustomerSummary;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk of all customers at one instant, summed up by the job: a stored score reaches the sums within two seconds. All
 * numbers are of the same instant.
 *
 * @param exited customers known to have left; they keep their score and are counted with it
 * @param churnRate exited by customers
 * @param highRisk customers whose last score was above the threshold that was in force then
 * @param highRiskThreshold in force now
 * @param geographies the largest first
 * @param trend of the last six hours, a point for every other minute, oldest first
 * @param highRiskCustomers the highest of those who have not left
 * @param recentChanges the latest scores that crossed a band, newest first
 * @param model null before the first champion
 */
@Serdeable.Serializable
public record RiskDashboard(
        long customers,
        long scored,
        long exited,
        @Nullable Double churnRate,
        long highRisk,
        double highRiskThreshold,
        @Nullable Double meanProbability,
        double valueAtRisk,
        List<BandShare> bands,
        List<DistributionBin> distribution,
        List<GeographyRisk> geographies,
        List<TrendPoint> trend,
        List<CustomerSummary> highRiskCustomers,
        List<BandCrossing> recentChanges,
        @Nullable ChampionModel model,
        Instant asOf) {}
