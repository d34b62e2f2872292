package io.churnwatch.bench.scoring.contender;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * A forest in ONNX Runtime, as one would call it row by row who knows it well: one thread, all optimizations, and a tensor for
 * the row and one for the answer that are made once and lie in memory that native code reads and writes in place. Belongs to one
 * thread.
 */
public final class OnnxForest implements AutoCloseable {
    private static final String INPUT = "row";
    private static final String OUTPUT = "probabilities";
    private static final int CLASSES = 2;
    private static final int LEAVES = 1;

    private final OrtSession session;
    private final FloatBuffer row;
    private final FloatBuffer probabilities = floats(CLASSES);
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    /**
     * Reads a forest.
     *
     * @param columns of a row
     */
    public OnnxForest(Path onnx, int columns) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.setCPUArenaAllocator(false); // one row has nothing to pool
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(onnx.toString(), options);
        }
        row = floats(columns);
        inputs = Map.of(INPUT, OnnxTensor.createTensor(environment, row, new long[] {1, columns}));
        outputs = Map.of(OUTPUT, OnnxTensor.createTensor(environment, probabilities, new long[] {1, CLASSES}));
    }

    /** The probability of churn. */
    public double score(float[] vector) throws OrtException {
        row.put(0, vector);
        session.run(inputs, outputs).close();
        return probabilities.get(LEAVES);
    }

    @Override
    public void close() throws OrtException {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        session.close();
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
