package io.churnwatch.stream.feed;

import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes a Kafka record as it is, with its log time and its place. */
public final class FeedRecordReader implements KafkaRecordDeserializationSchema<FeedRecord> {
    private static final byte[] NOTHING = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<FeedRecord> out) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        out.collect(
                new FeedRecord(value, Instant.ofEpochMilli(record.timestamp()), record.partition(), record.offset()));
    }

    @Override
    public TypeInformation<FeedRecord> getProducedType() {
        return TypeInformation.of(FeedRecord.class);
    }
}
