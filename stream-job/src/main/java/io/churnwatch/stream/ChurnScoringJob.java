package io.churnwatch.stream;

import io.churnwatch.Topics;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.feed.FeedRecordReader;
import io.churnwatch.stream.sink.KafkaSinks;
import io.churnwatch.stream.sink.PostgresSink;
import io.churnwatch.stream.version.ControlMessageReader;
import io.churnwatch.stream.version.PostgresModelRegistry;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Starts the job: reads the configuration, attaches sources and sinks, executes. Nothing else. */
public final class ChurnScoringJob {
    private static final String GROUP = "churnwatch-stream-job";

    /** Brokers' clocks differ, and a partition that was quiet comes back a little late: so long a minute stays open. */
    private static final Duration LOG_TIME_SKEW_MAX = Duration.ofSeconds(5);

    /** A partition without events holds the minutes open so long and no longer. */
    private static final Duration QUIET_AFTER = Duration.ofSeconds(10);

    public static void main(String[] args) throws Exception {
        JobConfig config = JobConfig.from(System.getenv());
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        build(environment, config);
        environment.execute("Churnwatch");
    }

    static void build(StreamExecutionEnvironment environment, JobConfig config) {
        ChurnScoringPipeline.Outputs outputs = ChurnScoringPipeline.define(
                feed(environment, config),
                control(environment, config),
                new PostgresModelRegistry(config.database()),
                config.scoring());
        attachSinks(outputs, config);
    }

    private static DataStream<FeedRecord> feed(StreamExecutionEnvironment environment, JobConfig config) {
        return environment
                .fromSource(
                        source(config, Topics.CUSTOMER_UPDATES, new FeedRecordReader()),
                        WatermarkStrategy.<FeedRecord>forBoundedOutOfOrderness(LOG_TIME_SKEW_MAX)
                                .withIdleness(QUIET_AFTER),
                        "Customer updates")
                .uid("customer-updates");
    }

    private static DataStream<ControlMessage> control(StreamExecutionEnvironment environment, JobConfig config) {
        return environment
                .fromSource(
                        source(config, Topics.CONTROL, new ControlMessageReader()),
                        WatermarkStrategy.<ControlMessage>noWatermarks()
                                .withIdleness(Duration.ofSeconds(1)), // holds no minute open
                        "Control")
                .uid("control")
                .setParallelism(1); // one partition, one order
    }

    /** From the beginning where no checkpoint says otherwise: the topic is the truth, the tables are its projection. */
    private static <T> KafkaSource<T> source(
            JobConfig config, String topic, KafkaRecordDeserializationSchema<T> reader) {
        return KafkaSource.<T>builder()
                .setBootstrapServers(config.kafka())
                .setTopics(topic)
                .setGroupId(GROUP)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(reader)
                .build();
    }

    private static void attachSinks(ChurnScoringPipeline.Outputs outputs, JobConfig config) {
        KafkaSinks kafka = new KafkaSinks(config);
        outputs.results()
                .sinkTo(PostgresSink.ofResults(config.database()))
                .uid("postgres")
                .name("Write to PostgreSQL");
        outputs.results()
                .filter(result -> result.score() != null)
                .uid("select-scores")
                .name("Select scores")
                .sinkTo(kafka.scores())
                .uid("risk-scored")
                .name("Publish scores");
        outputs.results()
                .filter(result -> result.alert() != null)
                .uid("select-alerts")
                .name("Select alerts")
                .sinkTo(kafka.alerts())
                .uid("risk-alerts")
                .name("Publish alerts");
        outputs.rollups()
                .sinkTo(PostgresSink.ofRollups(config.database()))
                .uid("rollups")
                .name("Write rollups")
                .setParallelism(1); // few rows, and those of one key in their order
        outputs.deadLetters().sinkTo(kafka.deadLetters()).uid("dead-letters").name("Publish dead letters");
    }

    private ChurnScoringJob() {}
}
