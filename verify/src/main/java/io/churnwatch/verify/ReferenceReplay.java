package io.churnwatch.verify;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.alert.AlertDecision;
import io.churnwatch.scoring.alert.AlertPolicies;
import io.churnwatch.scoring.alert.RiskMove;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replays the feed from its first record, under the versions that were in force at each record's log time. */
final class ReferenceReplay {
    private static final Duration ERASED_REMEMBERED = Duration.ofDays(30);
    private static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    private final VersionLog versions;
    private final Map<Long, CustomerReplay> customers = new HashMap<>();
    private final Map<String, ExpectedScore> scores = new LinkedHashMap<>();
    private final Map<String, ExpectedAlert> alerts = new LinkedHashMap<>();
    private final Map<String, String> deadLetters = new LinkedHashMap<>();
    private final Map<String, Long> exits = new LinkedHashMap<>();
    private int repeats;

    private ReferenceReplay(VersionLog versions) {
        this.versions = versions;
    }

    /** Replays records that are in the order of the log within each partition. */
    static ExpectedTables replay(List<LogRecord> feed, VersionLog versions) {
        ReferenceReplay replay = new ReferenceReplay(versions);
        feed.forEach(replay::take);
        Map<Long, CustomerProfile> profiles = new HashMap<>();
        replay.customers.forEach((id, customer) -> {
            if (customer.sequence > 0) {
                profiles.put(id, customer.profile());
            }
        });
        return new ExpectedTables(
                replay.scores, replay.alerts, replay.deadLetters, replay.exits, profiles, replay.repeats);
    }

    private void take(LogRecord record) {
        try {
            CustomerUpdate update = CustomerUpdateJson.read(record.value());
            if (update.occurredAt().isAfter(record.loggedAt().plus(CLOCK_SKEW_MAX))) {
                deadLetters.put(record.identity(), "occurred-in-future");
                return;
            }
            take(record, update);
        } catch (InvalidUpdateException e) {
            deadLetters.put(record.identity(), e.reason().code());
        }
    }

    private void take(LogRecord record, CustomerUpdate update) {
        CustomerReplay customer = customers.computeIfAbsent(update.customerId(), id -> new CustomerReplay());
        if (customer.erasedAt != null && record.loggedAt().isAfter(customer.erasedAt.plus(ERASED_REMEMBERED))) {
            customer = forget(update.customerId());
        }
        if (customer.seen.contains(update.eventId())) {
            repeats++;
            return;
        }
        if (customer.erasedAt != null) {
            takeOfErased(record, update);
            return;
        }
        if (update.op() == UpdateOp.DELETE) {
            erase(record, update);
            return;
        }
        if (customer.sequence == 0 && update.op() != UpdateOp.UPSERT) {
            deadLetters.put(record.identity(), "unknown-customer");
            return;
        }
        mergeAndScore(record, update, customer);
    }

    private void takeOfErased(LogRecord record, CustomerUpdate update) {
        if (update.op() == UpdateOp.DELETE) {
            repeats++;
        } else {
            deadLetters.put(record.identity(), "erased");
        }
    }

    /** The customer's rows go with the customer; its alerts stay. */
    private void erase(LogRecord record, CustomerUpdate update) {
        scores.values().removeIf(score -> score.customerId() == update.customerId());
        exits.values().removeIf(customerId -> customerId == update.customerId());
        forget(update.customerId()).erasedAt = record.loggedAt();
    }

    private CustomerReplay forget(long customerId) {
        CustomerReplay fresh = new CustomerReplay();
        customers.put(customerId, fresh);
        return fresh;
    }

    private void mergeAndScore(LogRecord record, CustomerUpdate update, CustomerReplay customer) {
        VersionLog.Champion champion = versions.championAt(record.loggedAt());
        CustomerProfile before = customer.profile();
        boolean first = customer.sequence == 0;
        CustomerReplay merged = customer.copy();
        if (update.op() != UpdateOp.RESCORE && !merged.merge(update)) {
            customer.seen.add(update.eventId());
            deadLetters.put(record.identity(), "superseded");
            return;
        }
        Double probability = score(champion, merged.profile());
        if (probability == null) {
            deadLetters.put(record.identity(), "not-scorable");
            if (!first) {
                customer.seen.add(update.eventId());
            }
            return;
        }
        customers.put(update.customerId(), merged);
        score(record, update, merged, champion, probability, first ? null : score(champion, before));
        if (!first && !before.hasExited() && merged.profile().hasExited()) {
            exits.put(Tables.outcome(update.customerId(), update.occurredAt()), update.customerId());
        }
    }

    /** Null when the model refuses the customer. */
    private static @Nullable Double score(VersionLog.Champion champion, CustomerProfile profile) {
        try {
            return champion.model().score(Features.of(profile));
        } catch (NotScorableException e) {
            return null;
        }
    }

    private void score(
            LogRecord record,
            CustomerUpdate update,
            CustomerReplay customer,
            VersionLog.Champion champion,
            double probability,
            @Nullable Double baseline) {
        AlertConfig config = versions.configAt(record.loggedAt());
        Optional<VersionLog.Challenger> challenger = versions.challengerAt(record.loggedAt(), champion);
        Double previous = customer.sequence == 0 ? null : customer.probability;
        customer.seen.add(update.eventId());
        customer.sequence++;
        customer.probability = probability;
        customer.modelVersion = champion.modelVersion();
        scores.put(
                ExpectedScore.key(update.customerId(), update.eventId()),
                new ExpectedScore(
                        update.eventId(),
                        update.customerId(),
                        update.occurredAt(),
                        record.loggedAt(),
                        customer.sequence,
                        probability,
                        previous,
                        previous == null || previous == 0 ? null : 100 * (probability - previous) / previous,
                        baseline == null ? null : probability - baseline,
                        baseline == null || previous == null ? null : baseline - previous,
                        probability > config.highRiskThreshold(),
                        champion.modelVersion(),
                        config.configVersion(),
                        cause(update),
                        challenger.map(VersionLog.Challenger::modelVersion).orElse(null),
                        challenger
                                .map(model -> inShadow(model, customer.profile()))
                                .orElse(null)));
        decide(record, update, customer, champion, config, probability, baseline);
    }

    private static @Nullable Double inShadow(VersionLog.Challenger challenger, CustomerProfile profile) {
        try {
            return challenger.model() == null ? null : challenger.model().score(Features.of(profile));
        } catch (NotScorableException e) {
            return null;
        }
    }

    private void decide(
            LogRecord record,
            CustomerUpdate update,
            CustomerReplay customer,
            VersionLog.Champion champion,
            AlertConfig config,
            double probability,
            @Nullable Double baseline) {
        RiskMove move = new RiskMove(baseline, probability, customer.profile().hasExited(), record.loggedAt());
        AlertDecision decision = AlertPolicies.decide(move, customer.alerts, config);
        customer.alerts = decision.state();
        decision.due().ifPresent(due -> {
            String name = update.customerId() + "|" + due.type() + "|" + update.eventId();
            String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString();
            alerts.put(
                    id,
                    new ExpectedAlert(
                            id,
                            due.type().name(),
                            update.eventId(),
                            record.loggedAt(),
                            config.configVersion(),
                            champion.modelVersion()));
        });
    }

    private static String cause(CustomerUpdate update) {
        if (update.op() == UpdateOp.RESCORE) {
            return "MODEL_CHANGE";
        }
        return update.source().equals(CustomerUpdate.SOURCE_IMPORT) ? "IMPORT" : "UPDATE";
    }
}
