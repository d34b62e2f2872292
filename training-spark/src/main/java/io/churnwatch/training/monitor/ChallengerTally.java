package io.churnwatch.training.monitor;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.risk.RiskBand;
import io.churnwatch.scoring.RiskBands;
import io.churnwatch.store.drift.BandChange;
import io.churnwatch.store.drift.ChallengerComparison;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Sums up events that both models scored. The events of a customer come together and in order; only the current one is kept.
 * Not thread-safe.
 */
final class ChallengerTally implements Serializable {
    private static final long serialVersionUID = 1;
    private static final RiskBands BANDS = RiskBands.DEFAULT;

    private final Map<Bands, Long> customersByBands = new HashMap<>();
    private long events;
    private long customers;
    private double difference;
    private long championAlerts;
    private long challengerAlerts;

    /** Sums up a partition, which holds all events of its customers. */
    static ChallengerTally of(Iterator<Row> sorted, AlertConfig config) {
        ChallengerTally tally = new ChallengerTally();
        Customer current = null;
        while (sorted.hasNext()) {
            Event event = Event.of(sorted.next());
            if (current == null || current.id() != event.customerId()) {
                tally.end(current);
                current = new Customer(event, config);
            }
            tally.add(event, current);
        }
        tally.end(current);
        return tally;
    }

    private record Bands(RiskBand champion, RiskBand challenger) implements Serializable {}

    private record Event(long customerId, Instant at, double champion, double challenger) {
        static Event of(Row row) {
            return new Event(
                    row.<Long>getAs(LiveEvents.CUSTOMER_ID),
                    row.<Timestamp>getAs(LiveEvents.LOGGED_AT).toInstant(),
                    row.<Double>getAs(LiveEvents.PROBABILITY),
                    row.<Double>getAs(LiveEvents.CHALLENGER_PROBABILITY));
        }
    }

    private static final class Customer {
        private final AlertTrack champion;
        private final AlertTrack challenger;
        private Event newest;

        Customer(Event first, AlertConfig config) {
            champion = new AlertTrack(config, first.champion(), first.at());
            challenger = new AlertTrack(config, first.challenger(), first.at());
            newest = first;
        }

        long id() {
            return newest.customerId();
        }
    }

    private void add(Event event, Customer customer) {
        events++;
        customer.newest = event;
        championAlerts += customer.champion.raises(event.champion(), event.at()) ? 1 : 0;
        challengerAlerts += customer.challenger.raises(event.challenger(), event.at()) ? 1 : 0;
    }

    private void end(@Nullable Customer customer) {
        if (customer != null) {
            Event newest = customer.newest;
            customers++;
            difference += newest.challenger() - newest.champion();
            customersByBands.merge(
                    new Bands(BANDS.bandOf(newest.champion()), BANDS.bandOf(newest.challenger())), 1L, Long::sum);
        }
    }

    ChallengerTally plus(ChallengerTally other) {
        events += other.events;
        customers += other.customers;
        difference += other.difference;
        championAlerts += other.championAlerts;
        challengerAlerts += other.challengerAlerts;
        other.customersByBands.forEach((bands, count) -> customersByBands.merge(bands, count, Long::sum));
        return this;
    }

    long events() {
        return events;
    }

    ChallengerComparison comparison(String challengerVersion) {
        return ChallengerComparison.of(
                challengerVersion,
                events,
                customers,
                customers == 0 ? 0 : difference / customers,
                championAlerts,
                challengerAlerts,
                bandChanges());
    }

    private List<BandChange> bandChanges() {
        return customersByBands.entrySet().stream()
                .map(count ->
                        new BandChange(count.getKey().champion(), count.getKey().challenger(), count.getValue()))
                .sorted(Comparator.comparing(BandChange::customers)
                        .reversed()
                        .thenComparing(BandChange::championBand)
                        .thenComparing(BandChange::challengerBand))
                .toList();
    }
}
