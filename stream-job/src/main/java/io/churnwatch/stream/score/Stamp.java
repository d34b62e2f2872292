package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerUpdate;
import java.time.Instant;
import java.util.Comparator;

/** The update that a field's value comes from. The later one wins; the event id breaks ties. */
public record Stamp(Instant occurredAt, String eventId) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::occurredAt).thenComparing(Stamp::eventId);

    static Stamp of(CustomerUpdate update) {
        return new Stamp(update.occurredAt(), update.eventId());
    }

    boolean isNewerThan(Stamp other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
