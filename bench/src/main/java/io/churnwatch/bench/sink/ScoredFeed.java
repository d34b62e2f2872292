package io.churnwatch.bench.sink;

import io.churnwatch.bench.stream.run.Feed;
import io.churnwatch.local.feed.RawUpdate;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.ChurnScoringPipeline;
import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.version.PostgresModelRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * The results of a feed, by the job's own pipeline in this process. It scores what is asked for and little more: while nobody
 * takes results, it waits.
 */
final class ScoredFeed implements AutoCloseable {
    /** The pipeline scores some thousand more before its buffers are full. */
    private static final Duration BUFFERS_FULL_AFTER = Duration.ofSeconds(1);

    private final CloseableIterator<CustomerResult> results;

    ScoredFeed(Feed feed, DatabaseConfig database) throws Exception {
        PostgresModelRegistry registry = new PostgresModelRegistry(database);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        DataStream<FeedRecord> records = environment
                .fromSequence(0, feed.events() - 1)
                .map(new ReadFeed(feed))
                .returns(FeedRecord.class);
        DataStream<ControlMessage> control =
                environment.fromData(registry.history(), TypeInformation.of(ControlMessage.class));
        results = ChurnScoringPipeline.define(records, control, registry, ScoringConfig.DEFAULT)
                .results()
                .executeAndCollect("Results to write");
    }

    /** Takes the next results, and returns once the pipeline waits again. */
    List<CustomerResult> next(int count) {
        List<CustomerResult> next = new ArrayList<>(count);
        while (next.size() < count) {
            next.add(results.next());
        }
        LockSupport.parkNanos(BUFFERS_FULL_AFTER.toNanos());
        return next;
    }

    @Override
    public void close() throws IOException {
        try {
            results.close();
        } catch (Exception e) {
            throw new IOException("The pipeline cannot be stopped", e);
        }
    }

    /** Turns the places of a feed, in their order, into its records. */
    private static final class ReadFeed extends RichMapFunction<Long, FeedRecord> {
        private final Feed feed;
        private transient Iterator<RawUpdate> messages;

        ReadFeed(Feed feed) {
            this.feed = feed;
        }

        @Override
        public void open(OpenContext context) {
            messages = feed.messages().iterator();
        }

        @Override
        public FeedRecord map(Long place) {
            return new FeedRecord(messages.next().value(), Instant.ofEpochMilli(System.currentTimeMillis()), 0, place);
        }
    }
}
