package io.churnwatch.bench.stream.run;

import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.customers.CustomerFile;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.local.feed.RawUpdate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feed that lies in the topic before the job starts: every customer whole, then what the feed simulator of
 * {@code ./churnwatch feed} lets happen to them. The same numbers give the same feed.
 *
 * @param customers how many; those of the sample who have not left, again and again under other ids
 * @param updates after those
 */
public record Feed(int customers, long updates) {
    private static final long SEED = 20261125;
    private static final int FIRST_CUSTOMER = 20_000_000;

    /** All of it. */
    public long events() {
        return customers + updates;
    }

    /** Sends all of it. */
    void publish(String bootstrapServers, Path sample) {
        List<Customer> all = customers(sample);
        Clock clock = steadyClock(Instant.now().minusMillis(events()));
        try (FeedPublisher publisher = FeedPublisher.connect(bootstrapServers, Topics.CUSTOMER_UPDATES)) {
            for (Customer customer : all) {
                publisher.send(whole(customer, clock.instant()));
            }
            FeedSimulator simulator = new FeedSimulator(all, FeedShares.ALL_GOOD, SEED, "bench", clock);
            for (long i = 0; i < updates; i++) {
                publisher.send(
                        simulator.next().orElseThrow(() -> new IllegalStateException("Every customer has left")));
            }
            publisher.flush();
        }
    }

    /** Whom it is about. */
    public List<Customer> customers(Path sample) {
        List<Customer> present = new ArrayList<>();
        CustomerFile.read(sample, customer -> {
            if (!customer.profile().hasExited()) {
                present.add(customer);
            }
        });
        List<Customer> all = new ArrayList<>(customers);
        for (int i = 0; i < customers; i++) {
            all.add(new Customer(
                    FIRST_CUSTOMER + i, present.get(i % present.size()).profile()));
        }
        return all;
    }

    /** A customer's first update. */
    public static RawUpdate whole(Customer customer, Instant at) {
        String id = "first-" + customer.customerId();
        CustomerUpdate update =
                new CustomerUpdate(id, customer.customerId(), at, UpdateOp.UPSERT, "core-banking", customer.profile());
        return new RawUpdate(Long.toString(customer.customerId()), Optional.of(id), CustomerUpdateJson.write(update));
    }

    /** A millisecond later at every look: no two updates of a customer are of one time, so none supersedes another. */
    private static Clock steadyClock(Instant start) {
        long[] now = {start.toEpochMilli()};
        InstantSource source = () -> Instant.ofEpochMilli(now[0]++);
        return source.withZone(ZoneOffset.UTC);
    }
}
