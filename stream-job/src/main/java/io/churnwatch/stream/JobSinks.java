package io.churnwatch.stream;

import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.rollup.RollupRow;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.sink.KafkaSinks;
import io.churnwatch.stream.sink.PostgresSink;
import io.churnwatch.stream.sink.RollupSinks;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The sinks of the job: the tables of PostgreSQL, and Kafka's topics. */
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
        attachRollup(
                rollups.filter(row -> row.distribution() != null),
                RollupSinks.distribution(config.database()),
                "distribution");
        attachRollup(rollups.filter(row -> row.trend() != null), RollupSinks.trend(config.database()), "trend");
        attachRollup(
                rollups.filter(row -> row.alerts() != null), RollupSinks.alertCount(config.database()), "alert count");
    }

    /** With one task for each table: few rows, and those of one key in their order. */
    private static void attachRollup(SingleOutputStreamOperator<RollupRow> rows, Sink<RollupRow> table, String name) {
        String uid = name.replace(' ', '-');
        rows.uid("select-" + uid)
                .name("Select " + name)
                .setParallelism(1)
                .sinkTo(table)
                .uid("rollups-" + uid)
                .name("Write " + name)
                .setParallelism(1);
    }

    /** Writes dead letters. */
    public void attachDeadLetters(DataStream<DeadLetter> letters) {
        letters.sinkTo(kafka.deadLetters()).uid("dead-letters").name("Publish dead letters");
    }
}
