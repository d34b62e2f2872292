package io.churnwatch.bench.stream.job;

import io.churnwatch.stream.ChurnScoringPipeline;
import io.churnwatch.stream.JobEnvironment;
import io.churnwatch.stream.JobSinks;
import io.churnwatch.stream.JobSources;
import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.feed.ParseFeed;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.version.PostgresModelRegistry;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The stream job with a part of it left out: what lies between source and sinks ({@value #PASS_THROUGH}), the sinks
 * ({@value #DISCARD}), or both. Settings come from the environment, as the real job's do.
 */
public final class MeasuredJob {
    /** The argument for a job that keeps no state and scores nothing. */
    public static final String PASS_THROUGH = "--pass-through";

    /** The argument for a job whose results go nowhere. */
    public static final String DISCARD = "--discard";

    /** The name of the sink that results vanish in. */
    public static final String DISCARDING_SINK = "Discard results";

    private final JobConfig config;
    private final boolean discards;
    private final JobSources sources;
    private final JobSinks sinks;

    private MeasuredJob(StreamExecutionEnvironment environment, JobConfig config, boolean discards) {
        this.config = config;
        this.discards = discards;
        this.sources = new JobSources(environment, config);
        this.sinks = new JobSinks(config);
    }

    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        JobConfig config = JobConfig.from(System.getenv());
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        MeasuredJob job = new MeasuredJob(environment, config, arguments.contains(DISCARD));
        if (arguments.contains(PASS_THROUGH)) {
            job.passThrough();
        } else {
            job.score();
        }
        environment.execute("Churnwatch, measured");
    }

    private void passThrough() {
        var events = sources.feed().process(new ParseFeed()).uid("parse-feed").name("Parse the feed");
        attach(events.map(new PassThrough()).uid("pass-through").name("Pass through"));
        sinks.attachDeadLetters(events.getSideOutput(ParseFeed.REJECTED));
    }

    private void score() {
        ChurnScoringPipeline.Outputs outputs = ChurnScoringPipeline.define(
                sources.feed(), sources.control(), new PostgresModelRegistry(config.database()), config.scoring());
        attach(outputs.results());
        sinks.attachDeadLetters(outputs.deadLetters());
        if (discards) {
            outputs.rollups().sinkTo(new DiscardingSink<>()).uid("rollups").name("Discard rollups");
        } else {
            sinks.attachRollups(outputs.rollups());
        }
    }

    private void attach(DataStream<CustomerResult> results) {
        if (discards) {
            results.sinkTo(new DiscardingSink<>()).uid("discard").name(DISCARDING_SINK);
        } else {
            sinks.attachResults(results);
        }
    }
}
