package io.churnwatch.local.feed;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.customers.Customer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Lets customers live on, one update after the other. The same customers and seed give the same changes in the same
 * order; event ids and times are those of the run. Not thread-safe.
 */
public final class FeedSimulator {
    private static final String SOURCE = "core-banking";
    /** The share of updates that carry the whole profile instead of the change. */
    private static final double WHOLE_PROFILE = 0.02;

    private static final Duration LATE_MAX = Duration.ofHours(2);

    private final List<Customer> present;
    private final FeedShares shares;
    private final Random random;
    private final String runId;
    private final Clock clock;

    private Optional<RawUpdate> previous = Optional.empty();
    private long updates;
    private long duplicates;
    private long late;
    private long malformed;

    /** @param runId makes the event ids of this run its own */
    public FeedSimulator(List<Customer> customers, FeedShares shares, long seed, String runId, Clock clock) {
        this.present = new ArrayList<>(customers.stream()
                .filter(customer -> !customer.profile().hasExited())
                .sorted(Comparator.comparingLong(Customer::customerId))
                .toList());
        this.shares = shares;
        this.random = new Random(seed);
        this.runId = runId;
        this.clock = clock;
    }

    /** Returns the next message; empty when every customer has left. */
    public Optional<RawUpdate> next() {
        if (previous.isPresent() && random.nextDouble() < shares.duplicates()) {
            duplicates++;
            return previous;
        }
        if (present.isEmpty()) {
            return Optional.empty();
        }
        int index = random.nextInt(present.size());
        CustomerUpdate update = nextUpdate(present.get(index));
        if (random.nextDouble() < shares.malformed()) {
            malformed++;
            return Optional.of(MalformedUpdate.of(update, random));
        }
        live(index, update);
        previous = Optional.of(raw(update));
        return previous;
    }

    /** Describes what was sent so far. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d updates (%,d of them late), %,d duplicates, %,d malformed",
                updates - malformed,
                late,
                duplicates,
                malformed);
    }

    private CustomerUpdate nextUpdate(Customer customer) {
        CustomerProfile change = CustomerLife.change(customer.profile(), random);
        boolean whole = random.nextDouble() < WHOLE_PROFILE;
        return new CustomerUpdate(
                runId + "-" + ++updates,
                customer.customerId(),
                nextOccurredAt(),
                whole ? UpdateOp.UPSERT : UpdateOp.PATCH,
                SOURCE,
                whole ? CustomerLife.after(customer.profile(), change) : change);
    }

    private Instant nextOccurredAt() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (random.nextDouble() >= shares.late()) {
            return now;
        }
        late++;
        return now.minusMillis(1 + (long) (random.nextDouble() * LATE_MAX.toMillis()));
    }

    /** Applies an update to the customer, and removes a customer who has left. */
    private void live(int index, CustomerUpdate update) {
        CustomerProfile after = CustomerLife.after(present.get(index).profile(), update.profile());
        if (after.hasExited()) {
            present.remove(index);
            return;
        }
        present.set(index, new Customer(update.customerId(), after));
    }

    private static RawUpdate raw(CustomerUpdate update) {
        return new RawUpdate(
                Long.toString(update.customerId()), Optional.of(update.eventId()), CustomerUpdateJson.write(update));
    }
}
