package io.churnwatch.stream.version;

import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the control topic. An invalid message is skipped and logged: the topic steers the job, but must not stop it. */
public final class ControlMessageReader implements KafkaRecordDeserializationSchema<ControlMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(ControlMessageReader.class);
    private static final byte[] NOTHING = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ControlMessage> out) {
        try {
            out.collect(ControlJson.read(record.value() == null ? NOTHING : record.value()));
        } catch (IllegalArgumentException e) {
            LOG.error("Offset {} of {} is skipped: {}", record.offset(), record.topic(), e.getMessage());
        }
    }

    @Override
    public TypeInformation<ControlMessage> getProducedType() {
        return TypeInformation.of(ControlMessage.class);
    }
}
