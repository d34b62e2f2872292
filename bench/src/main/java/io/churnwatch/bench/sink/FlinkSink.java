package io.churnwatch.bench.sink;

import io.churnwatch.stream.score.CustomerResult;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * A sink of Flink's interface, ours or another's, in Flink's own operator without a job around it. The sink makes its batches
 * itself, and a checkpoint ends the last one; no timer fires, as batches are full when they are written.
 */
final class FlinkSink implements ResultWriter {
    private final OneInputStreamOperatorTestHarness<CustomerResult, CommittableMessage<Void>> operator;
    private long checkpoint;

    FlinkSink(Sink<CustomerResult> sink) throws Exception {
        operator = new OneInputStreamOperatorTestHarness<>(
                new SinkWriterOperatorFactory<>(sink),
                TypeInformation.of(CustomerResult.class).createSerializer(new SerializerConfigImpl()));
        operator.open();
    }

    @Override
    public void write(List<CustomerResult> results) throws Exception {
        for (CustomerResult result : results) {
            operator.processElement(new StreamRecord<>(result));
        }
        operator.prepareSnapshotPreBarrier(++checkpoint);
    }

    @Override
    public void close() throws IOException {
        try {
            operator.close();
        } catch (Exception e) {
            throw new IOException("The sink cannot be closed", e);
        }
    }
}
