package io.churnwatch.stream;

import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.feed.ParseFeed;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.rollup.Rollups;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.score.ExplainScores;
import io.churnwatch.stream.score.ScoreCustomer;
import io.churnwatch.stream.version.PublishedVersions;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** THE file to read: streams in, streams out. {@link ChurnScoringJob} attaches {@link JobSources} and {@link JobSinks}. */
public final class ChurnScoringPipeline {
    /**
     * The streams that the job produces.
     *
     * @param results one for every accepted event, in the order of the log per customer
     * @param deadLetters one for every refused event
     * @param rollups sums over customers and alerts, whenever they changed
     */
    public record Outputs(
            DataStream<CustomerResult> results, DataStream<DeadLetter> deadLetters, DataStream<RollupRow> rollups) {}

    /** Defines the operators between sources and sinks. */
    public static Outputs define(
            DataStream<FeedRecord> feed,
            DataStream<ControlMessage> control,
            PublishedVersions registry,
            ScoringConfig config) {
        var events = feed.process(new ParseFeed()).uid("parse-feed").name("Parse the feed");

        var scored = events.keyBy(event -> event.customerId())
                .connect(control.broadcast(ScoreCustomer.CONTROL))
                .process(new ScoreCustomer(registry, config))
                .uid("score-customer")
                .name("Score each customer");

        var results = scored.transform(
                        "Explain scores",
                        TypeInformation.of(CustomerResult.class),
                        new ExplainScores(registry, config.engine()))
                .uid("explain-scores");

        var deadLetters = events.getSideOutput(ParseFeed.REJECTED).union(scored.getSideOutput(ScoreCustomer.REFUSED));

        return new Outputs(results, deadLetters, Rollups.define(results));
    }

    private ChurnScoringPipeline() {}
}
