package io.churnwatch.stream.sink;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.FieldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results that are written together. One statement may touch a row only once, so of several results of a customer the
 * last profile and the last risk replace the others; history and alerts keep every one.
 */
final class RiskBatch {
    private final Map<Long, ProfileRow> profiles = new LinkedHashMap<>();
    private final Map<EventKey, RiskScored> history = new LinkedHashMap<>();
    private final Map<Long, EventKey> latest = new HashMap<>(); // by customer
    private final Map<String, AlertRaised> alerts = new LinkedHashMap<>();
    private final List<RiskScored> exits = new ArrayList<>();
    private final List<Long> erased = new ArrayList<>();

    /**
     * A customer's profile.
     *
     * @param isNew whether the customer's first score is in the batch
     * @param sequence of the last score that changed a field
     * @param changed the fields that some event of the batch changed: only those are written over an existing row
     */
    record ProfileRow(long customerId, CustomerProfile profile, boolean isNew, long sequence, FieldSet changed) {
        static ProfileRow of(CustomerResult result, RiskScored score) {
            return new ProfileRow(
                    result.customerId(),
                    result.profile(),
                    score.turn().sequence() == 1,
                    score.turn().sequence(),
                    result.changed());
        }

        ProfileRow followedBy(ProfileRow later) {
            return new ProfileRow(
                    customerId,
                    later.profile,
                    isNew || later.isNew,
                    later.changed.isEmpty() ? sequence : later.sequence,
                    changed.with(later.changed));
        }
    }

    /**
     * A score.
     *
     * @param latest whether the batch has none of the customer after it
     */
    record ScoreRow(RiskScored score, boolean latest) {}

    /** The key of a row of the history: some feeds number the events of each customer on its own. */
    private record EventKey(long customerId, String eventId) {
        static EventKey of(RiskScored score) {
            return new EventKey(score.customerId(), score.eventId());
        }
    }

    void add(CustomerResult result) {
        RiskScored score = result.score();
        if (score == null) {
            erased.add(result.customerId());
            return;
        }
        profiles.merge(result.customerId(), ProfileRow.of(result, score), ProfileRow::followedBy);
        EventKey key = EventKey.of(score);
        history.put(key, score);
        latest.put(score.customerId(), key);
        addAlert(result.alert());
        if (result.exit()) {
            exits.add(score);
        }
    }

    /** Returns the number of waiting elements. */
    int size() {
        return history.size() + erased.size();
    }

    /** Returns whether a result needs a batch of its own: results before an erasure must not be written after it. */
    static boolean isAlone(CustomerResult result) {
        return result.isErasure();
    }

    /** Removes everything but the alerts of some customers; returns the number of removed scores. */
    int drop(Set<Long> customers) {
        int before = history.size();
        profiles.keySet().removeAll(customers);
        history.values().removeIf(score -> customers.contains(score.customerId()));
        exits.removeIf(score -> customers.contains(score.customerId()));
        return before - history.size();
    }

    Collection<ProfileRow> profiles() {
        return profiles.values();
    }

    Collection<ScoreRow> scores() {
        return history.entrySet().stream()
                .map(entry -> new ScoreRow(
                        entry.getValue(),
                        entry.getKey().equals(latest.get(entry.getKey().customerId()))))
                .toList();
    }

    Collection<AlertRaised> alerts() {
        return alerts.values();
    }

    /** The scores of the events by which customers left. */
    Collection<RiskScored> exits() {
        return exits;
    }

    Collection<Long> erased() {
        return erased;
    }

    private void addAlert(@Nullable AlertRaised alert) {
        if (alert != null) {
            alerts.put(alert.alertId(), alert);
        }
    }
}
