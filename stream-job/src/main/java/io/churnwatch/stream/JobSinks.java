package io.churnwatch.stream;

import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.sink.KafkaSinks;
import io.churnwatch.stream.sink.PostgresSink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the job's results go: the tables of PostgreSQL, and Kafka's topics. */
public final class JobSinks {
    private final JobConfig config;
    private final KafkaSinks kafka;

    public JobSinks(JobConfig config) {
        this.config = config;
        this.kafka = new KafkaSinks(config);
    }

    void attach(ChurnScoringPipeline.Outputs outputs) {
        attachResults(outputs.results());
        attachRollups(outputs.rollups());
        attachDeadLetters(outputs.deadLetters());
    }

    /** Scores and alerts. */
    public void attachResults(DataStream<CustomerResult> results) {
        results.sinkTo(PostgresSink.ofResults(config.database()))
                .uid("postgres")
                .name("Write to PostgreSQL");
        results.filter(result -> result.score() != null)
                .uid("select-scores")
                .name("Select scores")
                .sinkTo(kafka.scores())
                .uid("risk-scored")
                .name("Publish scores");
        results.filter(result -> result.alert() != null)
                .uid("select-alerts")
                .name("Select alerts")
                .sinkTo(kafka.alerts())
                .uid("risk-alerts")
                .name("Publish alerts");
    }

    /** Sums over customers and alerts. */
    public void attachRollups(DataStream<RollupRow> rollups) {
        rollups.sinkTo(PostgresSink.ofRollups(config.database()))
                .uid("rollups")
                .name("Write rollups")
                .setParallelism(1); // few rows, and those of one key in their order
    }

    /** What was refused. */
    public void attachDeadLetters(DataStream<DeadLetter> letters) {
        letters.sinkTo(kafka.deadLetters()).uid("dead-letters").name("Publish dead letters");
    }
}
