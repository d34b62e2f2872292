package io.churnwatch.bench.latency;

import io.churnwatch.Topics;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.FeedRun;
import io.churnwatch.local.feed.FeedShares;
import io.churnwatch.local.feed.FeedSimulator;
import io.churnwatch.local.feed.RawUpdate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One steady load on a running job, with readers at both its ends. */
final class LatencyRun {
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    private final RunningJob job;
    private final List<Customer> customers;

    LatencyRun(RunningJob job, List<Customer> customers) {
        this.job = job;
        this.customers = customers;
    }

    /**
     * The figures of one load.
     *
     * @param events of the load, those of the warm-up among them
     * @param arrived events that became a visible row
     * @param rows from produce to the row, by round
     * @param alerts from produce to the alert, by round
     */
    record Figures(int eventsPerSecond, int events, int arrived, List<Percentiles> rows, List<Percentiles> alerts) {}

    Figures run(LoadSchedule schedule) throws Exception {
        EventIds ids = new EventIds("latency-" + schedule.eventsPerSecond());
        Arrivals rows = new Arrivals(schedule.events());
        Arrivals alerts = new Arrivals(schedule.events());
        List<RawUpdate> updates = updates(schedule, ids);
        long start;
        try (RowReader rowReader = new RowReader(job.database(), ids, rows);
                AlertReader alertReader = new AlertReader(job.bootstrapServers(), ids, alerts);
                Watch rowWatch = new Watch(rowReader::look);
                Watch alertWatch = new Watch(alertReader::look)) {
            start = produce(schedule, updates);
            awaitStragglers(schedule, rows, rowWatch, alertWatch);
        }
        return new Figures(
                schedule.eventsPerSecond(),
                schedule.events(),
                rows.count(),
                latencies(rows, schedule, start),
                latencies(alerts, schedule, start));
    }

    /** Made before the first is due: the processors that measure are those that are measured. */
    private List<RawUpdate> updates(LoadSchedule schedule, EventIds ids) {
        FeedSimulator simulator = new FeedSimulator(
                customers, FeedShares.ALL_GOOD, schedule.eventsPerSecond(), ids.load(), Clock.systemUTC());
        return Stream.generate(() -> simulator
                        .next()
                        .orElseThrow(() -> new BenchmarkFailedException(
                                "Every customer of the sample has left before the end; measure for a shorter time.")))
                .limit(schedule.events())
                .toList();
    }

    /** Sends each event when it is due, or at once when that has passed. Returns when the first one was due. */
    private long produce(LoadSchedule schedule, List<RawUpdate> updates) {
        try (FeedPublisher publisher = FeedPublisher.connect(job.bootstrapServers(), Topics.CUSTOMER_UPDATES)) {
            long start = System.nanoTime() + Duration.ofMillis(100).toNanos();
            for (int event = 0; event < schedule.events(); event++) {
                FeedRun.awaitMoment(start + schedule.dueNanos(event));
                publisher.send(updates.get(event));
            }
            publisher.flush();
            return start;
        }
    }

    private static void awaitStragglers(LoadSchedule schedule, Arrivals rows, Watch... watches) {
        long deadline = System.nanoTime() + STRAGGLERS.toNanos();
        while (rows.count() < schedule.events() && System.nanoTime() < deadline) {
            List.of(watches).forEach(Watch::check);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<Percentiles> latencies(Arrivals arrivals, LoadSchedule schedule, long start) {
        return IntStream.range(0, schedule.rounds())
                .mapToObj(round -> arrivals.latencies(schedule, round, start))
                .toList();
    }
}
