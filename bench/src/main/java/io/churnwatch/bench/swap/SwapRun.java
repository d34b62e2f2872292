package io.churnwatch.bench.swap;

import io.churnwatch.Topics;
import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.FeedRun;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.store.Database;
import io.churnwatch.store.model.PromotionRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** A steady feed for a running job, and one champion after the other. */
final class SwapRun {
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    /** Announced a second ahead, and a second after, twice; publishing takes a little, too. */
    private static final Duration SWAP_AND_CALM = Duration.ofMillis(4_200);

    private final RunningJob job;
    private final int perSecond;
    private final Progress progress;

    SwapRun(RunningJob job, int perSecond, Progress progress) {
        this.job = job;
        this.perSecond = perSecond;
        this.progress = progress;
    }

    /** Swaps the champion so many times, while the customers are updated; returns once every update is a row. */
    Pauses run(Champions champions, List<Customer> customers, int swaps) throws PromotionRefusedException {
        long updates = updates(swaps);
        FeedSimulator simulator =
                new FeedSimulator(customers, FeedShares.ALL_GOOD, Feed.SEED, "swaps", Clock.systemUTC());
        try (FeedPublisher publisher = FeedPublisher.connect(job.bootstrapServers(), Topics.CUSTOMER_UPDATES)) {
            CompletableFuture<Integer> feed = CompletableFuture.supplyAsync(
                    () -> new FeedRun(simulator, publisher, progress).send(perSecond, updates));
            pause(WARM_UP);
            List<Swap> made = swap(champions, swaps);
            feed.join();
            job.awaitRows(customers.size() + updates);
            return Pauses.of(scored(job.database(), made.get(0).announcedAt()), made);
        }
    }

    /** A little more than it takes, so that the last swap is under load, too. */
    long updates(int swaps) {
        return perSecond * WARM_UP.plus(SWAP_AND_CALM.multipliedBy(swaps + 1L)).toSeconds();
    }

    private List<Swap> swap(Champions champions, int swaps) throws PromotionRefusedException {
        List<Swap> made = new ArrayList<>();
        for (int number = 1; number <= swaps; number++) {
            Swap swap = champions.swap();
            made.add(swap);
            pause(Duration.between(Instant.now(), swap.calm().end()));
            progress.say("Swap %d of %d", number, swaps);
        }
        return made;
    }

    private static List<Pauses.Scored> scored(Database database, Instant since) {
        return database.inSnapshot(handle -> handle.createQuery(
                        "SELECT logged_at, scored_at FROM churn_risk_history WHERE logged_at >= :since")
                .bind("since", since)
                .map(ConstructorMapper.of(Pauses.Scored.class))
                .list());
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
