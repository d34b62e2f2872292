package io.churnwatch.bench.sink;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.risk.RiskTrend;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.RiskBands;
import io.churnwatch.scoring.alert.AlertDecision;
import io.churnwatch.scoring.alert.AlertPolicies;
import io.churnwatch.scoring.alert.AlertState;
import io.churnwatch.scoring.alert.RiskMove;
import io.churnwatch.scoring.explain.Reasons;
import io.churnwatch.scoring.jpmml.parity.ModelZoo;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.FieldSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Results as the job makes them of the simulated feed: the same changes, scores of a real forest, reasons where a score moved by a
 * point, alerts by the default rules. Known customers only, as after the first minutes of any job.
 */
final class ScoredFeed {
    private static final double EXPLAINED_FROM = 0.01;
    private static final long SEQUENCES = 1_000_000; // more than one feed has of a customer
    private static final AlertConfig ALERTS =
            new AlertConfig(1, true, 0.7, 20.0, IncreaseUnit.RELATIVE, 0.2, 0.05, 24 * 3600, Instant.EPOCH);

    private final PmmlForest model;
    private final FeedSimulator simulator;
    private final Map<Long, Known> known = new HashMap<>();

    private record Known(CustomerProfile profile, double probability, long sequence, AlertState alerts) {}

    /** Feeds of a higher number follow those of a lower one. */
    ScoredFeed(List<Customer> customers, PmmlForest model, int number) throws NotScorableException {
        this.model = model;
        this.simulator =
                new FeedSimulator(customers, FeedShares.ALL_GOOD, number, "bench-sinks-" + number, Clock.systemUTC());
        for (Customer customer : customers) {
            double probability = model.score(Features.of(customer.profile()));
            known.put(
                    customer.customerId(),
                    new Known(customer.profile(), probability, number * SEQUENCES, AlertState.ARMED));
        }
    }

    static PmmlForest model() {
        try {
            return PmmlForest.read(ModelZoo.document("spark-forest"));
        } catch (UnsupportedPmmlException e) {
            throw new IllegalStateException(e); // it comes along
        }
    }

    /** The next results; fewer when every customer has left before. */
    List<CustomerResult> next(int count) throws InvalidUpdateException, NotScorableException {
        List<CustomerResult> results = new ArrayList<>(count);
        while (results.size() < count) {
            var update = simulator.next();
            if (update.isEmpty()) {
                break;
            }
            results.add(score(CustomerUpdateJson.read(update.get().value())));
        }
        return results;
    }

    /** A first result of every customer, which makes them known to the tables. */
    List<CustomerResult> introductions() throws NotScorableException {
        List<CustomerResult> results = new ArrayList<>();
        for (long customerId : List.copyOf(known.keySet())) {
            CustomerProfile profile = known(customerId).profile();
            results.add(score(new CustomerUpdate(
                    "introduction-" + customerId,
                    customerId,
                    Instant.now(),
                    UpdateOp.UPSERT,
                    "core-banking",
                    profile)));
        }
        return results;
    }

    private Known known(long customerId) {
        return Objects.requireNonNull(known.get(customerId), "a customer of the sample");
    }

    private CustomerResult score(CustomerUpdate update) throws NotScorableException {
        Known before = known(update.customerId());
        CustomerProfile profile = merge(before.profile(), update.profile());
        Features features = Features.of(profile);
        double probability = model.score(features);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        AlertDecision decision = AlertPolicies.decide(
                new RiskMove(before.probability(), probability, profile.hasExited(), now), before.alerts(), ALERTS);
        boolean moved = Math.abs(probability - before.probability()) >= EXPLAINED_FROM;
        List<Reason> reasons = moved ? Reasons.of(model, features) : List.of();
        RiskScored score = scored(update, before, profile, probability, reasons, now);
        known.put(update.customerId(), new Known(profile, probability, before.sequence() + 1, decision.state()));
        return new CustomerResult(
                update.customerId(),
                null,
                profile,
                changed(update.profile()),
                score,
                decision.due().map(due -> alert(due, score)).orElse(null),
                false);
    }

    private RiskScored scored(
            CustomerUpdate update,
            Known before,
            CustomerProfile profile,
            double probability,
            List<Reason> reasons,
            Instant now) {
        Double balance = profile.balance();
        return new RiskScored(
                new RiskScored.Trigger(update.eventId(), update.customerId(), update.occurredAt(), Cause.UPDATE),
                new RiskScored.Turn(before.sequence() + 1, now),
                now,
                new RiskScored.Risk(
                        probability,
                        probability > ALERTS.highRiskThreshold(),
                        RiskBands.DEFAULT.bandOf(probability),
                        RiskTrend.STABLE),
                new RiskScored.Previous(before.probability(), new RiskScored.Baseline(before.probability())),
                balance == null ? null : balance * probability,
                new RiskScored.Versions("rf-2026-11-23-bench", 1),
                null,
                Features.of(profile).seenBy(model),
                reasons);
    }

    private static AlertRaised alert(AlertDecision.Due due, RiskScored score) {
        return new AlertRaised(
                UUID.nameUUIDFromBytes((due.type() + score.eventId()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                due.type(),
                score.customerId(),
                score.eventId(),
                score.turn().loggedAt(),
                score.probability(),
                score.previousProbability(),
                score.riskChange(),
                due.threshold(),
                score.risk().band(),
                score.versions().modelVersion(),
                score.versions().configVersion(),
                score.reasons(),
                score.reasons());
    }

    private static CustomerProfile merge(CustomerProfile before, CustomerProfile change) {
        CustomerProfile.Builder merged = before.toBuilder();
        for (ProfileField field : ProfileField.values()) {
            @Nullable Object value = field.of(change);
            if (value != null) {
                merged.set(field, value);
            }
        }
        return merged.build();
    }

    private static FieldSet changed(CustomerProfile change) {
        int bits = 0;
        for (ProfileField field : ProfileField.values()) {
            bits |= field.of(change) == null ? 0 : 1 << field.ordinal();
        }
        return new FieldSet(bits, false);
    }
}
