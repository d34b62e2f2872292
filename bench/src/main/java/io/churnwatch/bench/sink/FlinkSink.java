package io.churnwatch.bench.sink;

import io.churnwatch.stream.score.CustomerResult;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** A sink of Flink's interface, ours or another's: it makes its batches itself, and a checkpoint ends the last one. */
final class FlinkSink implements ResultWriter {
    private static final SinkWriter.Context CONTEXT = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public Long timestamp() {
            return Long.MIN_VALUE;
        }
    };

    private final LoneWriterContext context = new LoneWriterContext();
    private final SinkWriter<CustomerResult> writer;

    FlinkSink(Sink<CustomerResult> sink) throws IOException {
        writer = sink.createWriter(context);
    }

    @Override
    public void write(List<CustomerResult> results) throws IOException, InterruptedException {
        for (CustomerResult result : results) {
            writer.write(result, CONTEXT);
        }
        writer.flush(false);
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } catch (Exception e) {
            throw new IOException("The sink could not be closed", e);
        } finally {
            context.close();
        }
    }
}
