package io.churnwatch.stream.rollup;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.AlertType;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.risk.RiskTrend;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.FieldSet;
import io.churnwatch.stream.score.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of scoring, as those see them who sum up and count. */
public final class ResultFixture {
    public static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    public static CustomerResult scored(int customer, @Nullable String geography, double probability) {
        return scored(customer, geography, probability, 100.0, probability > 0.7, false);
    }

    public static CustomerResult scored(
            int customer,
            @Nullable String geography,
            double probability,
            @Nullable Double valueAtRisk,
            boolean highRisk,
            boolean exited) {
        CustomerProfile profile = CustomerProfile.UNKNOWN.toBuilder()
                .set(ProfileField.GEOGRAPHY, geography)
                .set(ProfileField.EXITED, exited)
                .build();
        RiskScored score = score(customer, probability, valueAtRisk, highRisk, TEN, TEN, TEN);
        return new CustomerResult(customer, null, profile, FieldSet.NONE, score, null, false);
    }

    /** At the clock's time scoredAt, of an event that occurred and was logged before. */
    public static CustomerResult scoredAt(Instant scoredAt, Instant occurredAt, Instant loggedAt) {
        RiskScored score = score(1, 0.3, 100.0, false, occurredAt, loggedAt, scoredAt);
        return new CustomerResult(1, null, CustomerProfile.UNKNOWN, FieldSet.NONE, score, null, false);
    }

    public static CustomerResult erased(int customer) {
        return new CustomerResult(customer, null, CustomerProfile.UNKNOWN, FieldSet.NONE, null, null, false);
    }

    /** The same, of a customer who stood there until then. */
    static CustomerResult from(@Nullable Standing before, CustomerResult result) {
        return new CustomerResult(
                result.customerId(),
                before,
                result.profile(),
                result.changed(),
                result.score(),
                result.alert(),
                result.exit());
    }

    public static CustomerResult alerted(AlertType type, Instant raisedAt) {
        CustomerResult result = scored(1, "France", 0.9);
        AlertRaised alert = new AlertRaised(
                "a", type, 1, "e", raisedAt, 0.9, null, null, 0.7, RiskBand.CRITICAL, "m", 1, List.of(), List.of());
        return new CustomerResult(1, null, result.profile(), FieldSet.NONE, result.score(), alert, false);
    }

    private static RiskScored score(
            int customer,
            double probability,
            @Nullable Double valueAtRisk,
            boolean highRisk,
            Instant occurredAt,
            Instant loggedAt,
            Instant scoredAt) {
        return new RiskScored(
                new RiskScored.Trigger("e", customer, occurredAt, Cause.UPDATE),
                new RiskScored.Turn(1, loggedAt),
                scoredAt,
                new RiskScored.Risk(probability, highRisk, RiskBand.LOW, RiskTrend.STABLE),
                null,
                valueAtRisk,
                new RiskScored.Versions("m", 1),
                null,
                Map.of(),
                List.of());
    }

    private ResultFixture() {}
}
