package io.churnwatch.bench.stream.run;

import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.local.feed.RawUpdate;
import io.churnwatch.local.sample.SampleCustomers;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A feed that is in the topic before the job starts: every customer whole, then updates of the feed simulator behind
 * {@code ./churnwatch feed}. The same numbers give the same feed.
 *
 * @param customers how many; the present ones of the sample, repeated under other ids
 * @param updates that follow
 */
public record Feed(int customers, long updates) implements Serializable {
    public static final long SEED = 20261125;
    private static final int FIRST_CUSTOMER = 20_000_000;

    /** Customers and updates. */
    public long events() {
        return customers + updates;
    }

    /** Returns all events, each made when it is asked for. They occur a millisecond apart, and the last one now. */
    public Stream<RawUpdate> messages() {
        List<Customer> all = present();
        Clock clock = steadyClock(Instant.now().minusMillis(events()));
        FeedSimulator simulator = new FeedSimulator(all, FeedShares.ALL_GOOD, SEED, "bench", clock);
        return Stream.concat(
                all.stream().map(customer -> first(customer, clock.instant())),
                Stream.generate(() -> next(simulator)).limit(updates));
    }

    /** Publishes all events. */
    void publish(String bootstrapServers) {
        try (FeedPublisher publisher = FeedPublisher.connect(bootstrapServers, Topics.CUSTOMER_UPDATES)) {
            messages().forEachOrdered(publisher::send);
            publisher.flush();
        }
    }

    private static RawUpdate next(FeedSimulator simulator) {
        return simulator.next().orElseThrow(() -> new IllegalStateException("Every customer has left"));
    }

    /** The customers before their updates. */
    public List<Customer> present() {
        List<Customer> sample = SampleCustomers.read().stream()
                .filter(customer -> !customer.profile().hasExited())
                .toList();
        return IntStream.range(0, customers)
                .mapToObj(i -> new Customer(
                        FIRST_CUSTOMER + i, sample.get(i % sample.size()).profile()))
                .toList();
    }

    private static RawUpdate first(Customer customer, Instant at) {
        return RawUpdate.of(CustomerUpdateJson.write(new CustomerUpdate(
                "first-" + customer.customerId(),
                customer.customerId(),
                at,
                UpdateOp.UPSERT,
                "core-banking",
                customer.profile())));
    }

    /** A clock that advances a millisecond with every reading: no two updates of a customer have the same time, so none supersedes another. */
    private static Clock steadyClock(Instant start) {
        AtomicLong millis = new AtomicLong();
        InstantSource source = () -> start.plusMillis(millis.getAndIncrement());
        return source.withZone(ZoneOffset.UTC);
    }
}
