package io.churnwatch.stream;

import io.churnwatch.Topics;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.feed.FeedRecordReader;
import io.churnwatch.stream.version.ControlMessageReader;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The sources of the job: the feed, and the control topic. */
public record JobSources(StreamExecutionEnvironment environment, JobConfig config) {
    private static final String GROUP = "churnwatch-stream-job";

    /** Brokers' clocks differ, and a partition that was quiet comes back a little late: so long a minute stays open. */
    private static final Duration LOG_TIME_SKEW_MAX = Duration.ofSeconds(5);

    /** A partition without events holds the minutes open so long and no longer. */
    private static final Duration QUIET_AFTER = Duration.ofSeconds(10);

    /** Customers' updates, with the log's time. */
    public DataStream<FeedRecord> feed() {
        return environment
                .fromSource(
                        source(Topics.CUSTOMER_UPDATES, new FeedRecordReader()),
                        WatermarkStrategy.<FeedRecord>forBoundedOutOfOrderness(LOG_TIME_SKEW_MAX)
                                .withIdleness(QUIET_AFTER),
                        "Customer updates")
                .uid("customer-updates");
    }

    /** Alert configurations and model pointers. */
    public DataStream<ControlMessage> control() {
        return environment
                .fromSource(
                        source(Topics.CONTROL, new ControlMessageReader()),
                        WatermarkStrategy.<ControlMessage>noWatermarks()
                                .withIdleness(Duration.ofSeconds(1)), // holds no minute open
                        "Control")
                .uid("control")
                .setParallelism(1); // one partition, one order
    }

    /** From the beginning unless a checkpoint holds the position: the topic is the truth, the tables are its projection. */
    private <T> KafkaSource<T> source(String topic, KafkaRecordDeserializationSchema<T> reader) {
        return KafkaSource.<T>builder()
                .setBootstrapServers(config.kafka())
                .setTopics(topic)
                .setGroupId(GROUP)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(reader)
                .build();
    }
}
